import { IconStar, IconStarFilled } from '@tabler/icons-react';
import type { Priority } from '../../src-shared/catalog/classifier.ts';
import { useTexts } from '../useTexts.ts';
import './term.css';

/** That an appeal comes first, or is for the head in person: a shape and a word; nothing for an ordinary one. */
export function PriorityMark({ priority }: { readonly priority: Priority }) {
  const { t } = useTexts();
  if (priority === 0) return null;
  const Icon = priority === 2 ? IconStarFilled : IconStar;
  return (
    <span className="mark small priorityMark" title={t(`term:priority.why.${priority}`)}>
      <Icon size="1rem" stroke={1.75} aria-hidden />
      {t(`term:priority.${priority}`)}
    </span>
  );
}
