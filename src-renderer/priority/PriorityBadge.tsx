import { IconUrgent } from '@tabler/icons-react';
import type { PriorityLevel } from '../../src-shared/priority/appealPriority.ts';
import { PriorityMark } from '../term/PriorityMark.tsx';
import { UrgentMark } from '../ui/Marks.tsx';
import { useTexts } from '../useTexts.ts';

/** What an appeal comes before others for: a shape and a word, the same in every list; nothing for an ordinary one. */
export function PriorityBadge({ level }: { readonly level: PriorityLevel }) {
  switch (level) {
    case 'danger':
      return <DangerMark />;
    case 'urgent':
      return <UrgentMark />;
    case 'head':
      return <PriorityMark priority={2} />;
    case 'first':
      return <PriorityMark priority={1} />;
    case 'ordinary':
      return null;
  }
}

/** Danger to life was spoken of in the call. */
function DangerMark() {
  const { t } = useTexts();
  return (
    <span className="mark small" data-meaning="danger" title={t('danger:title')}>
      <IconUrgent size="1rem" stroke={2} aria-hidden />
      {t('danger:mark')}
    </span>
  );
}
