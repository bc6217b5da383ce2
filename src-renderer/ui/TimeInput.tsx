import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { readTime } from './writtenTime.ts';

interface TimeInputProps {
  readonly label: string;
  /** As typed until the field is left, then `18:00`. */
  readonly value: string;
  readonly error?: ReactNode;
  readonly onChange: (value: string) => void;
}

/** A time of the day, of 24 hours whatever the system is set to: `18`, `1830` and `18.30` are understood as well. */
export function TimeInput({ label, value, error, onChange }: TimeInputProps) {
  return (
    <TextInput
      label={label}
      placeholder="18:00"
      value={value}
      error={error}
      maxLength={5}
      inputMode="numeric"
      autoComplete="off"
      onChange={(event) => onChange(event.currentTarget.value)}
      onBlur={() => onChange(readTime(value) ?? value)}
    />
  );
}
