import { Button, MantineProvider } from '@mantine/core';
import { useCallback, useEffect, useMemo } from 'react';
import type { WorkstationState } from '../src-shared/session/queries.ts';
import type { Settings } from '../src-shared/settings/model.ts';
import { drafts } from './call/acts.ts';
import { settleAllDiscarded } from './call/discard.ts';
import { Announcer } from './frame/Announcer.tsx';
import { DefectBoundary } from './frame/DefectBoundary.tsx';
import { Frame } from './frame/Frame.tsx';
import { useFrame } from './frame/store.ts';
import { call, listen } from './ipc.ts';
import { FirstRun } from './session/FirstRun.tsx';
import { SignIn } from './session/SignIn.tsx';
import { SessionContext } from './session/useSession.ts';
import { SettingsProvider } from './settings/SettingsProvider.tsx';
import { StoreTrouble } from './store/StoreTrouble.tsx';
import { cssVariables, noColorSchemeStorage, theme } from './theme.ts';
import { LoadingState } from './ui/StateView.tsx';
import { Toasts } from './ui/Toasts.tsx';
import { flushUnfinished } from './unfinished/unfinished.ts';
import { useQuery } from './useQuery.ts';
import { useTexts } from './useTexts.ts';

interface AppProps {
  readonly settings: Settings;
  readonly styleNonce: string;
}

/** The whole window. */
export function App({ settings, styleNonce }: AppProps) {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      colorSchemeManager={noColorSchemeStorage}
      defaultColorScheme={settings.theme === 'system' ? 'auto' : settings.theme}
      getStyleNonce={() => styleNonce}
    >
      <SettingsProvider first={settings}>
        <DefectBoundary fallback={<Defect />}>
          <Toasts />
          <Announcer />
          <FirstScreen />
        </DefectBoundary>
      </SettingsProvider>
    </MantineProvider>
  );
}

/** First run, sign-in or work: what the workstation's own state says. */
function FirstScreen() {
  const { value, problem, reload } = useQuery('workstation.state', {}, { events: ['session.changed'] });
  const isOpen = value !== undefined && problem === null;
  useEffect(() => {
    // At a start the answer itself says so, and asking again would only begin another one.
    if (!isOpen) return undefined;
    return listen('data.changed', ({ problem: lost }) => lost === 'storeDamaged' && reload());
  }, [isOpen, reload]);
  // Damage found in the middle of the work shuts the screens too; what was typed stays in the window until the store is back.
  if (problem !== null && (value === undefined || problem.code === 'storeDamaged'))
    return <StoreTrouble problem={problem} onRetry={reload} />;
  if (value === undefined) return <LoadingState />;
  if (value.enrolment === null) return <FirstRun onDone={reload} />;
  if (value.session === null) return <SignIn state={value} onDone={reload} />;
  return <Work state={value} session={value.session} onLeft={reload} />;
}

interface WorkProps {
  readonly state: WorkstationState;
  readonly session: NonNullable<WorkstationState['session']>;
  readonly onLeft: () => void;
}

function Work({ state, session, onLeft }: WorkProps) {
  const signOut = useCallback(() => {
    drafts.flush();
    flushUnfinished();
    void settleAllDiscarded()
      .then(() => call('session.signOut', {}))
      .then((answer) => {
        if (!answer.ok) return;
        useFrame.setState({ section: null });
        onLeft();
      });
  }, [onLeft]);
  const access = useMemo(
    () => ({ operator: session.operator, offline: session.offline, workstation: state, signOut }),
    [session, state, signOut],
  );
  return (
    <SessionContext value={access}>
      <Frame key={session.operator.id} />
    </SessionContext>
  );
}

function Defect() {
  const { t } = useTexts();
  return (
    <main className="state" role="alert">
      <h2>{t('frame:defect.title')}</h2>
      <p>{t('frame:defect.text')}</p>
      <Button onClick={() => window.location.reload()}>{t('frame:defect.again')}</Button>
    </main>
  );
}
