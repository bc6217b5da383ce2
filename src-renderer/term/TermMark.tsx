import { IconCalendarDue, IconClock, IconClockExclamation, IconClockFilled } from '@tabler/icons-react';
import type { AppealStatus } from '../../src-shared/appeal/status.ts';
import type { Day } from '../../src-shared/clock.ts';
import { legalDay } from '../../src-shared/clock.ts';
import { isTermRunning } from '../../src-shared/control/life.ts';
import { type DueState, dueState } from '../../src-shared/term/appealTerm.ts';
import { daysBetween } from '../../src-shared/term/calendar.ts';
import { useFormat } from '../ui/useFormat.ts';
import { useMinute } from '../ui/useMinute.ts';
import { useTexts } from '../useTexts.ts';
import './term.css';

const ICONS: Readonly<Record<DueState, typeof IconClock>> = {
  overdue: IconClockFilled,
  today: IconClockExclamation,
  soon: IconClock,
  week: IconCalendarDue,
  later: IconCalendarDue,
};
const MEANINGS = { overdue: 'danger', today: 'soon', soon: 'soon', week: 'calm', later: 'calm' } as const;

interface TermMarkProps {
  readonly due: Day;
  readonly status: AppealStatus;
}

/** How much of a term is left: a shape and words, never colour alone; of a term that runs no more, its day. */
export function TermMark({ due, status }: TermMarkProps) {
  const { t } = useTexts();
  const format = useFormat();
  const now = useMinute();
  if (!isTermRunning(status)) return <span className="small soft tabular">{format.day(due)}</span>;
  const left = daysBetween(legalDay(now), due);
  const state = dueState(left);
  const Icon = ICONS[state];
  return (
    <span className="mark small termMark" data-meaning={MEANINGS[state]}>
      <Icon size="1rem" stroke={1.75} aria-hidden />
      <span className="clip">
        {state === 'overdue'
          ? t('term:state.overdue', { count: -left })
          : state === 'today'
            ? t('term:state.today')
            : t('term:state.left', { count: left })}
      </span>
    </span>
  );
}
