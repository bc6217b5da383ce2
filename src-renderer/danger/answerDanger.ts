import { v7 as mint } from 'uuid';
import { toInstant } from '../../src-shared/clock.ts';
import { type DangerKind, SERVICE_OF } from '../../src-shared/danger/model.ts';
import { drafts, keep, submit } from '../call/acts.ts';
import { updateCall } from '../call/store.ts';
import type { OpenDanger } from './openDangers.ts';

/**
 * The caller was told whom to ring: recorded at once, while the talk goes on. Told again after a restart in between, the first time stands.
 * @returns false when it could not be recorded
 */
export async function tellDanger(id: string, { kind, words }: OpenDanger): Promise<boolean> {
  const payload = { call: id, kind, service: SERVICE_OF[kind], words: [...words] };
  const answer = await submit({ action: mint(), commands: [{ kind: 'call.warn', payload }], consumes: [] });
  if (answer.ok) answered(id, kind, toInstant(Date.now()));
  return answer.ok;
}

/** The words were about something else; they are not asked about again in this call. */
export function dismissDanger(id: string, kind: DangerKind): void {
  answered(id, kind, null);
}

function answered(id: string, kind: DangerKind, toldAt: string | null): void {
  keep(
    updateCall(id, (call) => ({ ...call, dangers: [...call.dangers, { kind, toldAt }] })),
    'call',
  );
  drafts.flush();
}
