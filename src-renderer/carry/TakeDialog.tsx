import { Button, Modal, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { CarryTaken } from '../../src-shared/carry/queries.ts';
import type { Problem } from '../../src-shared/ipc/envelope.ts';
import { call } from '../ipc.ts';
import { NoticeBar } from '../ui/NoticeBar.tsx';
import { problemText } from '../ui/problemText.ts';
import { useTexts } from '../useTexts.ts';
import { useCarry } from './store.ts';

/** Takes in the unsent work of another workstation. */
export function TakeDialog() {
  const { t } = useTexts();
  const [taken, setTaken] = useState<CarryTaken | null>(null);
  const close = () => useCarry.getState().show(null);
  return (
    <Modal
      opened
      onClose={close}
      size="34rem"
      title={t('carry:take.title')}
      closeButtonProps={{ 'aria-label': t('frame:close') }}
    >
      {taken === null ? (
        <TakeForm onTaken={setTaken} />
      ) : (
        <div className="people">
          <p role="status">{t(taken.fresh === 0 ? 'carry:takenNothing' : 'carry:taken', { ...taken })}</p>
          <Button onClick={close} data-autofocus>
            {t('carry:done')}
          </Button>
        </div>
      )}
    </Modal>
  );
}

function TakeForm({ onTaken }: { readonly onTaken: (taken: CarryTaken) => void }) {
  const { t, i18n } = useTexts();
  const [passphrase, setPassphrase] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const isEmpty = passphrase.trim() === '';
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (busy || isEmpty) return;
    setBusy(true);
    setProblem(null);
    const answer = await call('carry.take', { passphrase: passphrase.trim() });
    setBusy(false);
    if (!answer.ok) return setProblem(answer.error);
    if (!answer.value.taken) return;
    const { source, fresh, known } = answer.value;
    onTaken({ source, fresh, known });
  };
  return (
    <form className="people" onSubmit={submit} noValidate>
      <p className="soft">{t('carry:take.text')}</p>
      <TextInput
        label={t('carry:take.passphrase')}
        value={passphrase}
        className="tabular"
        autoComplete="off"
        spellCheck={false}
        data-autofocus
        error={tried && isEmpty ? t('carry:take.required') : undefined}
        onChange={(event) => setPassphrase(event.currentTarget.value)}
      />
      {problem && <NoticeBar tone="danger">{problemText(i18n, problem)}</NoticeBar>}
      <Button type="submit" mt="xs" aria-busy={busy} aria-disabled={busy}>
        {t(busy ? 'carry:taking' : 'carry:take.now')}
      </Button>
    </form>
  );
}
