import { Modal, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type FormEvent, useEffect, useState } from 'react';
import { v7 as mint } from 'uuid';
import { recognisePhone } from '../../src-shared/applicant/phone.ts';
import { type Instant, legalDay, legalInstant } from '../../src-shared/clock.ts';
import { DUE_CHOICES, dueInstant, isTomorrowOff } from '../../src-shared/promise/dueTime.ts';
import { PROMISE_TEXT } from '../../src-shared/promise/model.ts';
import { DialogButtons } from '../appeal/AssignDialog.tsx';
import { useAct } from '../appeal/useAct.ts';
import { useCalendar } from '../calendar/useCalendar.ts';
import { ChoiceRow } from '../ui/ChoiceRow.tsx';
import { NoticeBar } from '../ui/NoticeBar.tsx';
import { problemText } from '../ui/problemText.ts';
import { useFormat } from '../ui/useFormat.ts';
import { useTexts } from '../useTexts.ts';
import { type PromiseTo, usePromises } from './store.ts';
import './promise.css';

const CHOICES = [...DUE_CHOICES, 'other'] as const;
type Choice = (typeof CHOICES)[number];

/** Over any screen while a promise is being made. */
export function PromiseDialog() {
  const making = usePromises((state) => state.making);
  return making === null ? null : <MakeDialog to={making} />;
}

function MakeDialog({ to }: { readonly to: PromiseTo }) {
  const { t, i18n } = useTexts();
  const format = useFormat();
  const calendar = useCalendar();
  // The caret goes back to where it was, which is the pad during a call.
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => void requestAnimationFrame(() => before instanceof HTMLElement && before.focus()),
    [before],
  );
  const [opened] = useState(() => Date.now());
  const [promise] = useState(() => mint());
  const [phoneRaw, setPhone] = useState(to.phoneRaw);
  const [name, setName] = useState(to.name);
  const [what, setWhat] = useState('');
  const [choice, setChoice] = useState<Choice>('hour');
  const [day, setDay] = useState(() => legalDay(opened));
  const [time, setTime] = useState('');
  const [tried, setTried] = useState(false);
  const close = () => usePromises.getState().make(null);
  const due: Instant | null =
    choice === 'other' ? legalInstant(day, time) : dueInstant(choice, opened, calendar);
  const act = useAct(() => {
    close();
    notifications.show({
      message: t('promise:made', { time: due === null ? '' : format.moment(due, Date.now()) }),
      closeButtonProps: { 'aria-label': t('frame:close') },
    });
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const raw = phoneRaw.trim().slice(0, 80);
    if (raw === '' || due === null) return;
    const terms = {
      phone: recognisePhone(raw)?.e164 ?? null,
      phoneRaw: raw,
      name: name.trim(),
      what: what.trim(),
      dueAt: due,
      call: to.call,
      appeal: to.appeal,
      applicant: to.applicant,
    };
    void act.run([{ kind: 'promise.make', payload: { promise, terms } }]);
  };
  const nextMorning = isTomorrowOff(opened, calendar) ? 'promise:due.nextWorkday' : 'promise:due.tomorrow';
  const isOpen = (value: Choice) => value === 'other' || dueInstant(value, opened, calendar) !== null;
  return (
    <Modal
      opened
      onClose={close}
      title={t('promise:make')}
      size="40rem"
      closeButtonProps={{ 'aria-label': t('frame:close') }}
    >
      <form className="people" onSubmit={submit}>
        <TextInput
          label={t('promise:phone')}
          value={phoneRaw}
          maxLength={80}
          autoComplete="off"
          data-autofocus={to.phoneRaw === '' || undefined}
          error={tried && phoneRaw.trim() === '' ? t('promise:phone.missing') : undefined}
          onChange={(event) => setPhone(event.currentTarget.value)}
        />
        <TextInput
          label={t('promise:name')}
          value={name}
          maxLength={200}
          autoComplete="off"
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Textarea
          label={t('promise:what')}
          value={what}
          maxLength={PROMISE_TEXT}
          autosize
          minRows={2}
          data-autofocus={to.phoneRaw !== '' || undefined}
          onChange={(event) => setWhat(event.currentTarget.value)}
        />
        <ChoiceRow
          label={t('promise:due')}
          name="promise-due"
          value={choice}
          choices={CHOICES.filter(isOpen).map((value) => ({
            value,
            label: t(value === 'tomorrow' ? nextMorning : `promise:due.${value}`),
          }))}
          hint={due === null ? undefined : format.moment(due, opened)}
          error={tried && due === null ? t('promise:due.missing') : undefined}
          onChange={setChoice}
        />
        {choice === 'other' && (
          <div className="dueFields">
            <TextInput
              type="date"
              label={t('promise:due.day')}
              value={day}
              onChange={(event) => setDay(event.currentTarget.value)}
            />
            <TextInput
              type="time"
              label={t('promise:due.time')}
              value={time}
              onChange={(event) => setTime(event.currentTarget.value)}
            />
          </div>
        )}
        {act.problem && <NoticeBar tone="danger">{problemText(i18n, act.problem)}</NoticeBar>}
        <DialogButtons label={t('promise:make.confirm')} busy={act.busy} onCancel={close} />
      </form>
    </Modal>
  );
}
