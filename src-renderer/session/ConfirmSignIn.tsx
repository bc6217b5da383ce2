import { Button, Modal, PasswordInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Problem } from '../../src-shared/ipc/envelope.ts';
import { DialogButtons } from '../appeal/AssignDialog.tsx';
import { call } from '../ipc.ts';
import { NoticeBar } from '../ui/NoticeBar.tsx';
import { problemText } from '../ui/problemText.ts';
import { useQuery } from '../useQuery.ts';
import { useTexts } from '../useTexts.ts';
import { useSession } from './useSession.ts';

/**
 * Somebody let in by this workstation alone is asked for the password once the centre is back: in one line, over the open card and
 * without touching it. Whoever does not answer works on.
 */
export function ConfirmSignIn() {
  const { t } = useTexts();
  const { offline } = useSession();
  const [asked, setAsked] = useState(false);
  const { value: status } = useQuery('sync.status', {}, { events: ['sync.changed'] });
  if (!offline || status?.state !== 'connected') return null;
  return (
    <>
      <NoticeBar
        action={
          <Button size="compact-sm" variant="subtle" onClick={() => setAsked(true)}>
            {t('session:confirm.button')}
          </Button>
        }
      >
        {t('session:confirm')}
      </NoticeBar>
      {asked && <PasswordDialog onClose={() => setAsked(false)} />}
    </>
  );
}

function PasswordDialog({ onClose }: { readonly onClose: () => void }) {
  const { t, i18n } = useTexts();
  const { operator, workstation } = useSession();
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const login = workstation.session?.login;
    if (busy || login === undefined || password === '') return;
    setBusy(true);
    const answer = await call('session.signIn', { login, password });
    setBusy(false);
    if (answer.ok) onClose();
    else setProblem(answer.error);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('session:confirm.title')}
      closeButtonProps={{ 'aria-label': t('frame:close') }}
    >
      <form className="people" onSubmit={(event) => void submit(event)}>
        <span className="soft">{t('session:confirm.text', { name: operator.name })}</span>
        <PasswordInput
          label={t('session:password')}
          value={password}
          data-autofocus
          autoComplete="off"
          visibilityToggleButtonProps={{ 'aria-label': t('session:password.show') }}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        {problem && <NoticeBar tone="danger">{problemText(i18n, problem)}</NoticeBar>}
        <DialogButtons label={t('session:signIn')} busy={busy} onCancel={onClose} />
      </form>
    </Modal>
  );
}
