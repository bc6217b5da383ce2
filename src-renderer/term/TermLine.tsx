import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useId, useState } from 'react';
import type { Day } from '../../src-shared/clock.ts';
import { type TermId, termOf } from '../../src-shared/term/term.ts';
import { useTexts } from '../useTexts.ts';
import { termLine, termReasons } from './termWords.ts';
import './term.css';

interface TermLineProps {
  readonly id: TermId;
  /** Legal day of receipt. */
  readonly received: Day;
}

/** How long there is and until which day; one key says why that day. */
export function TermLine({ id, received }: TermLineProps) {
  const { t, i18n } = useTexts();
  const listId = useId();
  const [isOpen, setOpen] = useState(false);
  const term = termOf(id, received);
  const Icon = isOpen ? IconChevronUp : IconChevronDown;
  return (
    <div className="termLine">
      <span className="tabular">{termLine(i18n, term)}</span>
      <button
        type="button"
        className="termWhy"
        aria-expanded={isOpen}
        aria-controls={listId}
        onClick={() => setOpen(!isOpen)}
      >
        {t('term:why')}
        <Icon size="0.875rem" stroke={1.75} aria-hidden />
      </button>
      {isOpen && (
        <ol id={listId} className="termReasons small">
          {termReasons(i18n, term).map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ol>
      )}
    </div>
  );
}
