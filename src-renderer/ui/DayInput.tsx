import { type MantineSize, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Day } from '../../src-shared/clock.ts';
import { useTexts } from '../useTexts.ts';
import { useFormat } from './useFormat.ts';
import { readDay } from './writtenDay.ts';

interface DayInputProps {
  readonly label: string;
  readonly value: Day | null;
  readonly onChange: (value: Day | null) => void;
  readonly readOnly?: boolean;
  readonly size?: MantineSize;
}

/** A day typed in the order of this language; what is no day is said once the field is left, and nothing is stored of it. */
export function DayInput({ label, value, onChange, readOnly = false, size = 'sm' }: DayInputProps) {
  const { t } = useTexts();
  const format = useFormat();
  const [typed, setTyped] = useState<string | null>(null);
  const [left, setLeft] = useState(false);
  const isWrong = typed !== null && typed.trim() !== '' && readDay(typed) === null;
  return (
    <TextInput
      size={size}
      label={label}
      placeholder={t('frame:dayPlaceholder')}
      value={typed ?? (value === null ? '' : format.day(value))}
      error={isWrong && left ? t('frame:dayWrong') : undefined}
      maxLength={12}
      inputMode="numeric"
      readOnly={readOnly}
      autoComplete="off"
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        setLeft(false);
        onChange(readDay(event.currentTarget.value));
      }}
      onBlur={() => {
        setLeft(true);
        if (!isWrong) setTyped(null);
      }}
    />
  );
}
