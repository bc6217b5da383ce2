import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { dayKind, holidayOn, offOf } from '../../src-shared/term/calendar.ts';
import { TimeInput } from '../ui/TimeInput.tsx';
import { useFormat } from '../ui/useFormat.ts';
import { readTime } from '../ui/writtenTime.ts';
import { useTexts } from '../useTexts.ts';
import { kindWords } from './kindWords.ts';
import { lookAt, withDay } from './store.ts';
import type { Edit } from './useEdit.ts';

interface DayPanelProps {
  readonly edit: Edit;
  readonly day: string;
}

/** One day: what it is and why; a lead may order it otherwise, or make it a holiday of every year from then on. */
export function DayPanel({ edit, day }: DayPanelProps) {
  const { t, i18n } = useTexts();
  const format = useFormat();
  const [reason, setReason] = useState('');
  const [to, setTo] = useState('');
  const { content, change } = edit;
  const ordered = content.days.find((one) => one.day === day);
  const isOff = offOf(dayKind(day, content)) !== null;
  const holiday = holidayOn(day, content);
  const written = reason.trim();
  const order = (isWorking: boolean) => {
    change(withDay(content, day, { day, isWorking, reason: written }));
    setReason('');
  };
  return (
    <div className="calendarPanel">
      <h2 className="calendarDay">{format.weekday(day)}</h2>
      <p>
        {ordered?.to === undefined
          ? kindWords(i18n, day, content)
          : t('calendar:kind.short', { to: ordered.to, reason: ordered.reason })}
      </p>
      {ordered ? (
        <Button variant="default" onClick={() => change(withDay(content, day, null))}>
          {t('calendar:day.asBefore')}
        </Button>
      ) : (
        <>
          <TextInput
            label={t('calendar:day.reason')}
            placeholder={t('calendar:day.reason.example')}
            value={reason}
            maxLength={200}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          {!isOff && <TimeInput label={t('calendar:day.short')} value={to} onChange={setTo} />}
          <div className="calendarButtons">
            <Button variant="default" disabled={written === ''} onClick={() => order(isOff)}>
              {t(isOff ? 'calendar:day.makeWorking' : 'calendar:day.makeOff')}
            </Button>
            {!isOff && (
              <Button
                variant="subtle"
                disabled={written === '' || readTime(to) === null}
                onClick={() => {
                  const short = { day, isWorking: true, reason: written, to: readTime(to) ?? '' };
                  change(withDay(content, day, short));
                  setReason('');
                }}
              >
                {t('calendar:day.makeShort')}
              </Button>
            )}
            {holiday === null && (
              <Button
                variant="subtle"
                disabled={written === ''}
                onClick={() => {
                  change(addedHoliday(edit, day, written));
                  setReason('');
                }}
              >
                {t('calendar:day.addHoliday')}
              </Button>
            )}
          </div>
        </>
      )}
      {holiday !== null && (
        <Button variant="subtle" onClick={() => change(endedHoliday(edit, holiday, day))}>
          {t('calendar:day.endHoliday', { year: day.slice(0, 4) })}
        </Button>
      )}
      <h3>{t('calendar:days')}</h3>
      {content.days.length === 0 && <p className="small soft">{t('calendar:days.none')}</p>}
      <ul className="calendarList">
        {content.days.map((one) => (
          <li key={one.day}>
            <button type="button" className="callerAct" onClick={() => lookAt(one.day)}>
              {format.day(one.day)}
            </button>{' '}
            <span className="small">
              {one.to === undefined
                ? t(one.isWorking ? 'calendar:kind.moved' : 'calendar:kind.ordered', { reason: one.reason })
                : t('calendar:kind.short', { to: one.to, reason: one.reason })}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A holiday of this date in every year from that of the day on. */
function addedHoliday({ content }: Edit, day: string, name: string): Partial<Edit['content']> {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const names = { uk: name, ru: name, en: name };
  const added = { id: `own:${day}`, ...names, fromYear: year, toYear: null, month, day: date };
  return { holidays: [...content.holidays.filter(({ id }) => id !== added.id), added] };
}

/** What was a holiday before stays one in those years: old terms are explained by it. */
function endedHoliday({ content }: Edit, holiday: string, day: string): Partial<Edit['content']> {
  const toYear = Number(day.slice(0, 4)) - 1;
  return {
    holidays: content.holidays.flatMap((one) => {
      if (one.id !== holiday) return [one];
      return (one.fromYear ?? 0) > toYear ? [] : [{ ...one, toYear }];
    }),
  };
}
