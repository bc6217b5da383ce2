import type { Role } from '../../src-shared/operator/model.ts';
import { mayRun } from '../session/useSession.ts';
import { type Section, sections } from './store.ts';

/** Sections a role may use: taking calls and moving work follow from who may give those commands. */
export function sectionsOf(role: Role): readonly Section[] {
  // The press service reads figures without personal data; no section of this window is free of it.
  if (role === 'press') return [];
  return sections.filter((section) => {
    if (section === 'call' || section === 'mine') return mayRun(role, 'call.start');
    if (section === 'promises') return mayRun(role, 'promise.keep');
    if (section === 'board') return mayRun(role, 'appeal.assign');
    if (section === 'stations') return mayRun(role, 'practice.begin');
    return true;
  });
}
