import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useLanguage } from '../settings/useSettings.ts';
import { FilterChip } from '../ui/FilterChips.tsx';
import { useTexts } from '../useTexts.ts';
import type { Edit } from './useEdit.ts';

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

/** The working week by law, the hours in which the centre answers, and when people are reminded. */
export function HoursPanel({ edit: { content, change } }: { readonly edit: Edit }) {
  const { t } = useTexts();
  const { hours, weekdays, remindBefore } = content;
  return (
    <div className="calendarPanel">
      <Weekdays
        label={t('calendar:week')}
        value={weekdays}
        onChange={(chosen) => change({ weekdays: chosen })}
      />
      <p className="small soft">{t('calendar:week.what')}</p>
      <Weekdays
        label={t('calendar:hours')}
        value={hours.weekdays}
        onChange={(chosen) => change({ hours: { ...hours, weekdays: chosen } })}
      />
      <div className="calendarPeriod">
        <Checked
          label={t('calendar:hours.from')}
          value={hours.from}
          read={(typed) => (/^([01]\d|2[0-3]):[0-5]\d$/.test(typed) ? typed : null)}
          onChange={(from) => change({ hours: { ...hours, from } })}
        />
        <Checked
          label={t('calendar:hours.to')}
          value={hours.to}
          read={(typed) => (/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/.test(typed) ? typed : null)}
          onChange={(to) => change({ hours: { ...hours, to } })}
        />
      </div>
      <p className="small soft">{t('calendar:hours.what')}</p>
      <Checked
        label={t('calendar:remind')}
        value={remindBefore.join(', ')}
        read={(typed) => (stepsOf(typed) === null ? null : typed)}
        onChange={(typed) => change({ remindBefore: stepsOf(typed) ?? [] })}
      />
      <p className="small soft">{t('calendar:remind.what')}</p>
    </div>
  );
}

/** Numbers of working days, the largest first; null when something else is written. */
function stepsOf(typed: string): number[] | null {
  const numbers = typed
    .split(/[\s,;]+/)
    .filter((part) => part !== '')
    .map(Number);
  if (numbers.length > 10 || numbers.some((one) => !Number.isInteger(one) || one < 1 || one > 60))
    return null;
  return [...new Set(numbers)].sort((a, b) => b - a);
}

interface CheckedProps {
  readonly label: string;
  readonly value: string;
  /** Null for what cannot be meant. */
  readonly read: (typed: string) => string | null;
  readonly onChange: (value: string) => void;
}

/** A field that takes over what is written once it can be meant, and says so when it cannot. */
function Checked({ label, value, read, onChange }: CheckedProps) {
  const { t } = useTexts();
  const [typed, setTyped] = useState<string | null>(null);
  const isWrong = typed !== null && read(typed.trim()) === null;
  return (
    <TextInput
      label={label}
      value={typed ?? value}
      error={isWrong ? t('calendar:wrong') : undefined}
      maxLength={60}
      autoComplete="off"
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        const meant = read(event.currentTarget.value.trim());
        if (meant !== null) onChange(meant);
      }}
      onBlur={() => {
        if (!isWrong) setTyped(null);
      }}
    />
  );
}

interface WeekdaysProps {
  readonly label: string;
  readonly value: readonly number[];
  readonly onChange: (value: number[]) => void;
}

function Weekdays({ label, value, onChange }: WeekdaysProps) {
  const language = useLanguage();
  const short = new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' });
  // 2 January 2023 is a Monday.
  const name = (weekday: number) => short.format(Date.UTC(2023, 0, 1 + weekday));
  const toggle = (weekday: number) => {
    const chosen = value.includes(weekday)
      ? value.filter((one) => one !== weekday)
      : [...value, weekday].sort((a, b) => a - b);
    // A week without a working day is none.
    if (chosen.length > 0) onChange(chosen);
  };
  return (
    <div>
      <h3>{label}</h3>
      <div className="chips" role="group" aria-label={label}>
        {WEEKDAYS.map((weekday) => (
          <FilterChip
            key={weekday}
            label={name(weekday)}
            pressed={value.includes(weekday)}
            onPress={() => toggle(weekday)}
          />
        ))}
      </div>
    </div>
  );
}
