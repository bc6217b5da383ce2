import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useRef, useState } from 'react';
import type { Problem } from '../../src-shared/ipc/envelope.ts';
import { call } from '../ipc.ts';
import { NoticeBar } from '../ui/NoticeBar.tsx';
import { problemText } from '../ui/problemText.ts';
import { useTexts } from '../useTexts.ts';
import { checkEnrolFields, type EnrolErrors, type EnrolFields, fieldOfProblem } from './enrolFields.ts';

const NO_ERRORS: EnrolErrors = { server: null, code: null, name: null };

interface Props {
  /** What is filled in already. */
  readonly initial?: Partial<EnrolFields>;
  readonly onDone: () => void;
}

/** Connects this workstation with a centre: at the first run, or again where the centre no longer knows it. */
export function EnrolForm({ initial = {}, onDone }: Props) {
  const { t, i18n } = useTexts();
  const form = useRef<HTMLFormElement>(null);
  const [fields, setFields] = useState<EnrolFields>({ server: '', code: '', name: '', ...initial });
  const [errors, setErrors] = useState<EnrolErrors>(NO_ERRORS);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);

  const set = (field: keyof EnrolFields) => (event: { currentTarget: { value: string } }) => {
    setFields({ ...fields, [field]: event.currentTarget.value });
    setErrors({ ...errors, [field]: null });
    setProblem(null);
  };
  const focus = (field: keyof EnrolFields) =>
    form.current?.querySelector<HTMLInputElement>(`[name="${field}"]`)?.focus();

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    const found = checkEnrolFields(fields);
    setErrors(found);
    const first = (['server', 'code', 'name'] as const).find((field) => found[field] !== null);
    if (first) return focus(first);
    setBusy(true);
    const answer = await call('workstation.enrol', fields);
    setBusy(false);
    if (answer.ok) return onDone();
    setProblem(answer.error);
    const field = fieldOfProblem(answer.error.code);
    if (field) focus(field);
  };

  const problemField = problem && fieldOfProblem(problem.code);
  const errorOf = (field: keyof EnrolFields) => {
    if (problem && problemField === field) return problemText(i18n, problem);
    const key = errors[field];
    return key && t(key);
  };
  return (
    <form ref={form} className="people" onSubmit={submit} noValidate>
      <TextInput
        name="server"
        label={t('session:server')}
        placeholder="https://centre.example.org"
        value={fields.server}
        onChange={set('server')}
        error={errorOf('server')}
        autoFocus
        spellCheck={false}
      />
      <TextInput
        name="code"
        label={t('session:code')}
        description={t('session:code.hint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        placeholder="1234-5678"
        className="tabular"
        value={fields.code}
        onChange={set('code')}
        error={errorOf('code')}
        autoComplete="off"
        inputMode="numeric"
      />
      <TextInput
        name="name"
        label={t('session:name')}
        description={t('session:name.hint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={fields.name}
        onChange={set('name')}
        error={errorOf('name')}
      />
      {problem && problemField === null && <NoticeBar tone="danger">{problemText(i18n, problem)}</NoticeBar>}
      <Button type="submit" mt="xs" aria-busy={busy} aria-disabled={busy}>
        {t(busy ? 'session:enrolling' : 'session:enrol')}
      </Button>
    </form>
  );
}
