import { useEffect, useMemo, useState } from 'react';
import { openAnnouncements } from '../announcement/openAnnouncements.ts';
import { AppealDialogs } from '../appeal/AppealDialogs.tsx';
import { AppealListPage } from '../appeal/AppealListPage.tsx';
import { ApplicantPage } from '../applicant/ApplicantPage.tsx';
import { AttentionPage } from '../attention/AttentionPage.tsx';
import { BoardPage } from '../board/BoardPage.tsx';
import { useCalendarFeed } from '../calendar/useCalendar.ts';
import { startCall } from '../call/acts.ts';
import { CallListPage } from '../call/CallListPage.tsx';
import { CallPage } from '../call/CallPage.tsx';
import { RecoveredNotice } from '../call/RecoveredNotice.tsx';
import { useCalls } from '../call/store.ts';
import { useCallDrafts } from '../call/useCallDrafts.ts';
import { CarryDialogs } from '../carry/CarryDialogs.tsx';
import { ControlDialogs } from '../control/ControlDialogs.tsx';
import { ControlPage } from '../control/ControlPage.tsx';
import { EndOfShift } from '../handover/EndOfShift.tsx';
import { listen } from '../ipc.ts';
import { KnowledgePage } from '../knowledge/KnowledgePage.tsx';
import { useNotices } from '../notice/useNotices.tsx';
import { ApartNotice } from '../pair/ApartNotice.tsx';
import { PaperDialog } from '../paper/PaperDialog.tsx';
import { usePaper } from '../paper/store.ts';
import { PracticeNotice } from '../practice/PracticeNotice.tsx';
import { StationsPage } from '../practice/StationsPage.tsx';
import { ProblemDialog } from '../problem/ProblemDialog.tsx';
import { useProblems } from '../problem/store.ts';
import { PromiseDialog } from '../promise/MakeDialog.tsx';
import { PromisesPage } from '../promise/PromisesPage.tsx';
import { ConfirmSignIn } from '../session/ConfirmSignIn.tsx';
import { mayRun, useSession } from '../session/useSession.ts';
import { SettingsDialog } from '../settings/SettingsDialog.tsx';
import { useSettingsDialog } from '../settings/store.ts';
import { SyncIndicator } from '../sync/SyncIndicator.tsx';
import { LineBar } from '../telephony/LineBar.tsx';
import { LineMark } from '../telephony/LineMark.tsx';
import { MutedMark } from '../telephony/MutedMark.tsx';
import { useLineFeed } from '../telephony/useLineFeed.ts';
import { useTermReminders } from '../term/useTermReminders.tsx';
import { useFirstDayNotes } from '../tour/useFirstDay.ts';
import { NoticeBar } from '../ui/NoticeBar.tsx';
import { NoRightState } from '../ui/StateView.tsx';
import { useTexts } from '../useTexts.ts';
import { KeysHelp } from './KeysHelp.tsx';
import { LineState } from './LineState.tsx';
import { Palette } from './Palette.tsx';
import { focusPane } from './panes.ts';
import { Rail } from './Rail.tsx';
import { sectionsOf } from './sectionsOf.ts';
import { SECTION_NUMBERS, type WindowCommand } from './shortcuts.ts';
import { type Section, useFrame } from './store.ts';
import { UserMenu } from './UserMenu.tsx';
import { useShortcuts } from './useShortcuts.ts';
import { useWindowCommand, useWindowKeys } from './windowCommands.ts';
import './frame.css';

/** The window of somebody signed in: rail, bar, and the section that is open. */
export function Frame() {
  const { t } = useTexts();
  const { operator } = useSession();
  const sections = useMemo(() => sectionsOf(operator.role), [operator.role]);
  const chosen = useFrame((state) => state.section);
  const section = chosen !== null && sections.includes(chosen) ? chosen : (sections[0] ?? null);
  const { go, showKeys } = useFrame.getState();
  const notices = useNotices();
  useCallDrafts(operator.id);
  useLineFeed(operator.id);
  useCalendarFeed();
  useTermReminders();
  useWindowKeys(useShortcuts());
  useFirstDayNotes();
  useWindowCommand('help', () => showKeys(!useFrame.getState().keysShown));
  useWindowCommand('problems', sections.includes('all') ? () => useProblems.getState().show('list') : null);
  useWindowCommand('announcements', sections.includes('knowledge') ? () => openAnnouncements(null) : null);
  useWindowCommand('settings', () => useSettingsDialog.getState().show('look'));
  useWindowCommand('paper', sections.includes('call') ? () => usePaper.getState().show(true) : null);
  useWindowCommand('nextPane', () => focusPane(1));
  useWindowCommand('previousPane', () => focusPane(-1));
  // From any other section one key leads to the pad: of the call that is open, else of one that begins now.
  const toPad = () => {
    go('call');
    if (useCalls.getState().active === null && mayRun(operator.role, 'call.start')) startCall();
  };
  useWindowCommand('pad', section !== 'call' && sections.includes('call') ? toPad : null);
  useEffect(() => {
    if (section !== null && section !== chosen) go(section);
  }, [section, chosen, go]);
  return (
    <div className="frame">
      <header className="bar" data-pane>
        <LineState />
        <Palette sections={sections} />
        <div className="barEnd">
          <MutedMark />
          <LineMark />
          <SyncIndicator />
          <UserMenu />
        </div>
      </header>
      <Rail sections={sections} notices={notices} />
      <main className="main">
        <StoreNotice />
        <PracticeNotice />
        <ConfirmSignIn />
        <RecoveredNotice />
        <LineBar />
        {section === 'board' && <ApartNotice />}
        <div className="section">
          {section === null ? <NoRightState role={t(`role:${operator.role}`)} /> : <Page section={section} />}
        </div>
      </main>
      {SECTION_NUMBERS.map((number) => {
        const target = sections[number - 1];
        return target && <SectionKey key={number} command={`section${number}`} section={target} />;
      })}
      <KeysHelp section={section} />
      <AppealDialogs />
      <ControlDialogs />
      <PaperDialog />
      <CarryDialogs />
      <PromiseDialog />
      <EndOfShift />
      <SettingsDialog />
      <ProblemDialog />
    </div>
  );
}

function Page({ section }: { readonly section: Section }) {
  switch (section) {
    case 'call':
      return <CallPage />;
    case 'calls':
      return <CallListPage />;
    case 'applicants':
      return <ApplicantPage />;
    case 'knowledge':
      return <KnowledgePage />;
    case 'control':
      return <ControlPage />;
    case 'promises':
      return <PromisesPage />;
    case 'board':
      return <BoardPage />;
    case 'stations':
      return <StationsPage />;
    case 'attention':
      return <AttentionPage />;
    default:
      return <AppealListPage key={section} section={section} />;
  }
}

function SectionKey({ command, section }: { readonly command: WindowCommand; readonly section: Section }) {
  useWindowCommand(command, () => useFrame.getState().go(section));
  return null;
}

/** While the data process is away the text stays in the window; this says so. */
function StoreNotice() {
  const { t } = useTexts();
  const [gone, setGone] = useState(false);
  useEffect(() => listen('data.changed', ({ running }) => setGone(!running)), []);
  return gone ? <NoticeBar tone="warn">{t('frame:data.gone')}</NoticeBar> : null;
}
