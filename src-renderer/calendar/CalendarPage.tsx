import { ActionIcon } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { legalDay } from '../../src-shared/clock.ts';
import { dayKind, offOf } from '../../src-shared/term/calendar.ts';
import { dayNumber, dayOfNumber, numberOf } from '../../src-shared/term/dayNumber.ts';
import type { CalendarNow } from '../../src-shared/term/queries.ts';
import type { CalendarContent } from '../../src-shared/term/workCalendar.ts';
import { ControlParts } from '../control/ControlParts.tsx';
import { FilterChips } from '../ui/FilterChips.tsx';
import { FailedState, LoadingState } from '../ui/StateView.tsx';
import { useFormat } from '../ui/useFormat.ts';
import { useMinute } from '../ui/useMinute.ts';
import { useQuery } from '../useQuery.ts';
import { useTexts } from '../useTexts.ts';
import { CalendarFoot } from './CalendarFoot.tsx';
import { DayPanel } from './DayPanel.tsx';
import { FeedPanel } from './FeedPanel.tsx';
import { HoursPanel } from './HoursPanel.tsx';
import { MartialPanel } from './MartialPanel.tsx';
import { RulesPanel } from './RulesPanel.tsx';
import { CALENDAR_PANELS, type CalendarPanel, lookAt, useCalendarDraft, useCalendarEdit } from './store.ts';
import { type Edit, editOf } from './useEdit.ts';
import { YearGrid } from './YearGrid.tsx';
import '../ui/split.css';
import './calendar.css';

/** Days, hours and rules terms are reckoned by, a year at a glance; for whoever may change them. */
export function CalendarPage() {
  const { t } = useTexts();
  const { value, problem, reload } = useQuery('calendar.get', {}, { records: ['calendar'] });
  return (
    <div className="page">
      <header className="pageHead" data-pane>
        <h1>{t('calendar:title')}</h1>
        <ControlParts />
        {value && <YearChoice />}
        {value && <Saved now={value} />}
      </header>
      {value === undefined &&
        (problem ? <FailedState problem={problem} onRetry={reload} /> : <LoadingState rows={8} />)}
      {value && <Calendar now={value} />}
    </div>
  );
}

/** Who saved the calendar and when. */
function Saved({ now }: { readonly now: CalendarNow }) {
  const { t } = useTexts();
  const format = useFormat();
  return (
    <span className="small soft push">
      {now.changedAt === null
        ? t('calendar:shipped')
        : t('calendar:saved', {
            revision: now.revision,
            name: now.changedByName ?? '…',
            time: format.moment(now.changedAt, Date.now()),
          })}
    </span>
  );
}

function YearChoice() {
  const { t } = useTexts();
  const { year, day } = useCalendarEdit();
  const go = (to: number) => lookAt(`${to}${day.slice(4) === '-02-29' ? '-02-28' : day.slice(4)}`);
  return (
    <div className="yearChoice">
      <ActionIcon variant="default" aria-label={t('calendar:year.before')} onClick={() => go(year - 1)}>
        <IconChevronLeft size="1.125rem" stroke={1.75} aria-hidden />
      </ActionIcon>
      <strong className="tabular" aria-live="polite">
        {year}
      </strong>
      <ActionIcon variant="default" aria-label={t('calendar:year.after')} onClick={() => go(year + 1)}>
        <IconChevronRight size="1.125rem" stroke={1.75} aria-hidden />
      </ActionIcon>
    </div>
  );
}

function Calendar({ now }: { readonly now: CalendarNow }) {
  const { t } = useTexts();
  const { year, day, panel } = useCalendarEdit();
  const draft = useCalendarDraft();
  const edit = editOf(now.content, now.revision, draft);
  const today = legalDay(useMinute());
  return (
    <div className="split calendarSplit">
      <section
        className="pane calendarYear"
        data-pane
        aria-label={t('calendar:year', { year: String(year) })}
      >
        <YearGrid year={year} day={day} today={today} calendar={edit.content} onLook={lookAt} />
        <Legend calendar={edit.content} year={year} />
      </section>
      <section className="pane recordPane calendarSide" data-pane aria-label={t(`calendar:panel.${panel}`)}>
        <FilterChips
          label={t('calendar:panels')}
          value={panel}
          choices={CALENDAR_PANELS.map((value) => ({ value, label: t(`calendar:panel.${value}`) }))}
          onChange={(chosen) => useCalendarEdit.setState({ panel: chosen })}
        />
        <Panel panel={panel} edit={edit} day={day} />
        <CalendarFoot now={now} />
      </section>
    </div>
  );
}

function Panel({ panel, edit, day }: { panel: CalendarPanel; edit: Edit; day: string }) {
  switch (panel) {
    case 'day':
      return <DayPanel key={day} edit={edit} day={day} />;
    case 'martialLaw':
      return <MartialPanel edit={edit} />;
    case 'hours':
      return <HoursPanel edit={edit} />;
    case 'rules':
      return <RulesPanel edit={edit} />;
    case 'feed':
      return <FeedPanel edit={edit} />;
  }
}

const KINDS = ['weekend', 'holiday', 'carried', 'ordered', 'moved', 'workedHoliday'] as const;

/** What the shapes mean, and how many working days the year has. */
function Legend({ calendar, year }: { readonly calendar: CalendarContent; readonly year: number }) {
  const { t } = useTexts();
  const first = numberOf(year, 1, 1);
  const days = dayNumber(`${year}-12-31`) - first + 1;
  const working = Array.from({ length: days }, (_, place) => dayOfNumber(first + place)).filter(
    (day) => offOf(dayKind(day, calendar)) === null,
  ).length;
  return (
    <p className="small calendarLegend">
      <span>{t('calendar:year.working', { count: working })}</span>
      {KINDS.map((kind) => (
        <span key={kind} className="calendarSign">
          <span className="yearDay" data-kind={kind} aria-hidden>
            7
          </span>
          {t(`calendar:sign.${kind}`)}
        </span>
      ))}
    </p>
  );
}
