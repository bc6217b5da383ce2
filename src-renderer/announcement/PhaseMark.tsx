import { IconCircleCheck, IconClock, IconSpeakerphone } from '@tabler/icons-react';
import type { AnnouncementPhase } from '../../src-shared/announcement/model.ts';
import { useTexts } from '../useTexts.ts';

const ICONS = { now: IconSpeakerphone, ahead: IconClock, over: IconCircleCheck, withdrawn: IconCircleCheck };

/** Whether an announcement holds now: a shape and a word. */
export function PhaseMark({ phase }: { readonly phase: AnnouncementPhase }) {
  const { t } = useTexts();
  const Icon = ICONS[phase];
  return (
    <span className="mark" data-meaning={phase === 'now' ? undefined : 'calm'}>
      <Icon size="1rem" stroke={1.75} aria-hidden />
      {t(`announcement:phase.${phase}`)}
    </span>
  );
}
