import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { startPaperEntry } from '../call/acts.ts';
import { useFrame } from '../frame/store.ts';
import { call } from '../ipc.ts';
import { problemText } from '../ui/problemText.ts';
import { useTexts } from '../useTexts.ts';
import { readWritten, writtenDay } from './handwritten.ts';

interface EnterFormProps {
  readonly number: string;
  readonly onNumber: (number: string) => void;
  readonly onEntered: () => void;
}

/** Number and time off the blank; the rest is the normal card. */
export function EnterForm({ number, onNumber, onEntered }: EnterFormProps) {
  const { t, i18n } = useTexts();
  const [day, setDay] = useState(() => writtenDay(Date.now()));
  const [time, setTime] = useState('');
  const [numberError, setNumberError] = useState<string | null>(null);
  const [timeError, setTimeError] = useState<string | null>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const takenAt = readWritten(day, time, Date.now());
    const wrong =
      takenAt === null
        ? t('paper:enter.noTime')
        : Date.parse(takenAt) > Date.now()
          ? t('paper:enter.future')
          : null;
    const checked = await call('paper.check', { number });
    setTimeError(wrong);
    setNumberError(checked.ok ? null : problemText(i18n, checked.error));
    if (takenAt === null || wrong !== null || !checked.ok) return;
    startPaperEntry({ number: checked.value.number, takenAt });
    useFrame.getState().go('call');
    onEntered();
  };
  return (
    <form className="paperPart" onSubmit={(event) => void submit(event)}>
      <h2>{t('paper:enter')}</h2>
      <div className="paperLine">
        <TextInput
          label={t('paper:enter.number')}
          value={number}
          error={numberError}
          maxLength={60}
          autoComplete="off"
          onChange={(event) => {
            setNumberError(null);
            onNumber(event.currentTarget.value);
          }}
        />
        <TextInput
          label={t('paper:enter.day')}
          value={day}
          placeholder="25.11"
          maxLength={10}
          autoComplete="off"
          onChange={(event) => setDay(event.currentTarget.value)}
        />
        <TextInput
          label={t('paper:enter.time')}
          value={time}
          placeholder="14:05"
          maxLength={5}
          autoComplete="off"
          error={timeError}
          onChange={(event) => {
            setTimeError(null);
            setTime(event.currentTarget.value);
          }}
        />
        <Button type="submit">{t('paper:enter.button')}</Button>
      </div>
    </form>
  );
}
