import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { explained, type Termed } from '../../src-shared/term/appealTerm.ts';
import { useCalendar } from '../calendar/useCalendar.ts';
import { useTexts } from '../useTexts.ts';
import { appealTermLine, appealTermReasons } from './termWords.ts';
import './term.css';

interface TermLineProps {
  /** An appeal, or one that would be registered on a day. */
  readonly of: Termed;
}

/** How long there is and until which day; one key says why that day. */
export function TermLine({ of }: TermLineProps) {
  const { t, i18n } = useTexts();
  const calendar = useCalendar();
  const listId = useId();
  const [isOpen, setOpen] = useState(false);
  const term = explained(of, calendar);
  const Icon = isOpen ? IconChevronUp : IconChevronDown;
  return (
    <div className="termLine">
      <span className="tabular">{appealTermLine(i18n, term)}</span>
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
          {appealTermReasons(i18n, term, calendar).map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ol>
      )}
    </div>
  );
}
