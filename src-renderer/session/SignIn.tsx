import { Button, PasswordInput, TextInput } from '@mantine/core';
import { IconUserCircle } from '@tabler/icons-react';
import { type FormEvent, useRef, useState } from 'react';
import type { Problem } from '../../src-shared/ipc/envelope.ts';
import type { WorkstationState } from '../../src-shared/session/queries.ts';
import { call } from '../ipc.ts';
import { useLanguage } from '../settings/useSettings.ts';
import { NoticeBar } from '../ui/NoticeBar.tsx';
import { problemText } from '../ui/problemText.ts';
import { useQuery } from '../useQuery.ts';
import { useTexts } from '../useTexts.ts';
import { EntryCard } from './EntryCard.tsx';

interface SignInProps {
  readonly state: WorkstationState;
  readonly onDone: () => void;
}

/** Who works now: a known operator is one choice and a password away. */
export function SignIn({ state, onDone }: SignInProps) {
  const { t } = useTexts();
  const language = useLanguage();
  const status = useQuery('sync.status', {}, { events: ['sync.changed'] });
  const [chosen, setChosen] = useState<{ login: string; name: string } | null>(null);
  const [other, setOther] = useState(state.knownLogins.length === 0);
  const choosing = chosen === null && !other;
  return (
    <EntryCard heading={chosen?.name ?? t(choosing ? 'session:signIn.who' : 'session:signIn.title')}>
      <p className="soft small">
        {[state.enrolment?.regionName[language], state.enrolment?.workstationName]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {status.value?.state === 'offline' && <NoticeBar>{t('session:signIn.offline')}</NoticeBar>}
      {choosing ? (
        <div className="people">
          {state.knownLogins.map((known, index) => (
            <button
              key={known.login}
              type="button"
              className="personChoice"
              onClick={() => setChosen(known)}
              // biome-ignore lint/a11y/noAutofocus: the only thing to do on this screen is to choose
              autoFocus={index === 0}
            >
              <IconUserCircle size="1.5rem" stroke={1.5} aria-hidden />
              <span className="clip">{known.name}</span>
            </button>
          ))}
          <Button variant="subtle" onClick={() => setOther(true)}>
            {t('session:signIn.other')}
          </Button>
        </div>
      ) : (
        <PasswordForm
          login={chosen?.login ?? null}
          onDone={onDone}
          onBack={
            state.knownLogins.length === 0
              ? null
              : () => {
                  setChosen(null);
                  setOther(false);
                }
          }
        />
      )}
    </EntryCard>
  );
}

interface PasswordFormProps {
  /** Null asks for it. */
  readonly login: string | null;
  readonly onDone: () => void;
  readonly onBack: (() => void) | null;
}

function PasswordForm(props: PasswordFormProps) {
  const { t, i18n } = useTexts();
  const form = useRef<HTMLFormElement>(null);
  const [typedLogin, setTypedLogin] = useState('');
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const login = props.login ?? typedLogin.trim();
  const focus = (name: string) => form.current?.querySelector<HTMLInputElement>(`[name="${name}"]`)?.focus();

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setTried(true);
    if (login === '') return focus('login');
    if (password === '') return focus('password');
    setBusy(true);
    const answer = await call('session.signIn', { login, password });
    setBusy(false);
    if (answer.ok) return props.onDone();
    setProblem(answer.error);
    focus('password');
  };
  return (
    <form ref={form} className="people" onSubmit={submit} noValidate>
      {props.login === null && (
        <TextInput
          name="login"
          label={t('session:login')}
          value={typedLogin}
          onChange={(event) => setTypedLogin(event.currentTarget.value)}
          error={tried && login === '' && t('session:login.required')}
          autoFocus
          autoCapitalize="none"
          spellCheck={false}
        />
      )}
      <PasswordInput
        name="password"
        label={t('session:password')}
        value={password}
        onChange={(event) => {
          setPassword(event.currentTarget.value);
          setProblem(null);
        }}
        error={
          problem ? problemText(i18n, problem) : tried && password === '' && t('session:password.required')
        }
        autoFocus={props.login !== null}
        visibilityToggleButtonProps={{ 'aria-label': t('session:password.show') }}
      />
      <Button type="submit" mt="xs" aria-busy={busy} aria-disabled={busy}>
        {t(busy ? 'session:signingIn' : 'session:signIn')}
      </Button>
      {props.onBack && (
        <Button variant="subtle" onClick={props.onBack}>
          {t('session:signIn.back')}
        </Button>
      )}
    </form>
  );
}
