import { IconCalendarTime, IconClock, IconClockFilled } from '@tabler/icons-react';
import { promiseDue } from '../../src-shared/promise/due.ts';
import { useFormat } from '../ui/useFormat.ts';
import { useTexts } from '../useTexts.ts';
import './promise.css';

const ICONS = { later: IconCalendarTime, soon: IconClock, overdue: IconClockFilled } as const;

/** When a promise falls due: a shape, a word and the time. */
export function DueMark({ dueAt, now }: { readonly dueAt: string; readonly now: number }) {
  const { t } = useTexts();
  const format = useFormat();
  const due = promiseDue(Date.parse(dueAt), now);
  const Icon = ICONS[due];
  return (
    <span className="mark dueMark tabular" data-due={due}>
      <Icon size="1.125rem" stroke={1.75} aria-hidden />
      <span>
        {format.moment(dueAt, now)}
        {due !== 'later' && <span className="small"> · {t(`promise:${due}`)}</span>}
      </span>
    </span>
  );
}
