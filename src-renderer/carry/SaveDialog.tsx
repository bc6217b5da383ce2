import { Button, Modal, PasswordInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Problem } from '../../src-shared/ipc/envelope.ts';
import { call } from '../ipc.ts';
import { ChoiceRow } from '../ui/ChoiceRow.tsx';
import { CopyButton } from '../ui/CopyButton.tsx';
import { NoticeBar } from '../ui/NoticeBar.tsx';
import { problemText } from '../ui/problemText.ts';
import { useTexts } from '../useTexts.ts';
import { useCarry } from './store.ts';
import '../store/store.css';

/** Shortest passphrase a person may choose; the data process asks for the same. */
const SHORTEST = 10;

interface Saved {
  readonly name: string;
  readonly passphrase: string;
  readonly commands: number;
}

/** Saves unsent work to a sealed file; its passphrase is shown once. */
export function SaveDialog() {
  const { t } = useTexts();
  const [saved, setSaved] = useState<Saved | null>(null);
  const close = () => useCarry.getState().show(null);
  return (
    <Modal
      opened
      onClose={close}
      size="34rem"
      title={t('carry:save.title')}
      closeButtonProps={{ 'aria-label': t('frame:close') }}
      // The passphrase is shown once: neither a press beside the dialog nor Esc takes it away.
      closeOnClickOutside={saved === null}
      closeOnEscape={saved === null}
    >
      {saved === null ? <SaveForm onSaved={setSaved} /> : <SavedFacts saved={saved} onClose={close} />}
    </Modal>
  );
}

function SaveForm({ onSaved }: { readonly onSaved: (saved: Saved) => void }) {
  const { t, i18n } = useTexts();
  const [kind, setKind] = useState<'made' | 'own'>('made');
  const [own, setOwn] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const isShort = kind === 'own' && own.trim().length < SHORTEST;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (busy || isShort) return;
    setBusy(true);
    setProblem(null);
    const answer = await call('carry.save', { passphrase: kind === 'own' ? own.trim() : null });
    setBusy(false);
    if (!answer.ok) setProblem(answer.error);
    else if (answer.value.saved) onSaved(answer.value);
  };
  return (
    <form className="people" onSubmit={submit} noValidate>
      <p className="soft">{t('carry:save.text')}</p>
      <ChoiceRow
        label={t('carry:passphrase')}
        name="passphraseKind"
        value={kind}
        vertical
        choices={[
          { value: 'made', label: t('carry:save.made') },
          { value: 'own', label: t('carry:save.own') },
        ]}
        onChange={setKind}
      />
      {kind === 'own' && (
        <PasswordInput
          label={t('carry:save.own')}
          description={t('carry:save.ownHint')}
          value={own}
          autoComplete="off"
          visibilityToggleButtonProps={{ 'aria-label': t('session:password.show') }}
          error={tried && isShort ? t('carry:save.short') : undefined}
          onChange={(event) => setOwn(event.currentTarget.value)}
        />
      )}
      {problem && <NoticeBar tone="danger">{problemText(i18n, problem)}</NoticeBar>}
      <Button type="submit" mt="xs" aria-busy={busy} aria-disabled={busy} data-autofocus>
        {t(busy ? 'carry:saving' : 'carry:save.now')}
      </Button>
    </form>
  );
}

function SavedFacts({ saved, onClose }: { readonly saved: Saved; readonly onClose: () => void }) {
  const { t } = useTexts();
  const { name, commands, passphrase } = saved;
  return (
    <div className="people">
      <p role="status">{t('carry:saved', { count: commands, name })}</p>
      <div className="passphrase" data-testid="passphrase">
        {passphrase}
      </div>
      <NoticeBar tone="warn">{t('carry:passphrase.once')}</NoticeBar>
      <CopyButton text={passphrase} />
      <Button onClick={onClose}>{t('carry:done')}</Button>
    </div>
  );
}
