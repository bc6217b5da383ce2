import { memo, useState } from 'react';
import { recognisePhone } from '../../src-shared/applicant/phone.ts';
import { AnnouncedStrip } from '../announcement/AnnouncedStrip.tsx';
import { DangerPanel } from '../danger/DangerPanel.tsx';
import { useWindowCommand } from '../frame/windowCommands.ts';
import { PromisedNotice } from '../promise/PromisedNotice.tsx';
import { AskStrip } from '../script/AskStrip.tsx';
import { mayRun, useSession } from '../session/useSession.ts';
import { SimilarStrip } from '../similar/SimilarStrip.tsx';
import { NoticeBar } from '../ui/NoticeBar.tsx';
import { NoRightState } from '../ui/StateView.tsx';
import { useFormat } from '../ui/useFormat.ts';
import { useTexts } from '../useTexts.ts';
import { activateCall, startCall } from './acts.ts';
import { CallerPane } from './CallerPane.tsx';
import { CallTabs } from './CallTabs.tsx';
import { CardPane } from './CardPane.tsx';
import { ContinueNotice } from './ContinueNotice.tsx';
import { IdleCall } from './IdleCall.tsx';
import type { OpenCall } from './openCall.ts';
import { Pad } from './Pad.tsx';
import { promiseTo } from './promiseTo.ts';
import { ResultPane } from './ResultPane.tsx';
import { useActiveCall, useCallNow, useCalls } from './store.ts';
import { useCalmCall } from './useCalmCall.ts';
import './call.css';

/** The place of work: a call with its pad and card, or the readiness for one. */
export function CallPage() {
  const { t } = useTexts();
  const { operator } = useSession();
  const call = useActiveCall();
  const parked = useCalls((state) => state.calls.at(-1)?.id ?? null);
  const result = useCalls((state) => state.result);
  const resting = useCalls((state) => state.busy !== null && state.busy === call?.id);
  const startTroubled = useCalls((state) => call !== null && state.startTroubled.includes(call.id));
  const allowed = mayRun(operator.role, 'call.start');
  useWindowCommand('pad', allowed && call === null ? startCall : null);
  useWindowCommand('park', call === null && parked !== null ? () => activateCall(parked) : null);
  useWindowCommand('promise', call === null ? null : () => promiseTo(call));
  if (!allowed) return <NoRightState role={t(`role:${operator.role}`)} />;
  return (
    <div className="callPage">
      <CallTabs />
      {startTroubled && <NoticeBar tone="warn">{t('call:startFailed')}</NoticeBar>}
      {call && <ContinueNotice key={`continue-${call.id}`} call={call} />}
      {call?.paper === null && <PromisedNotice phone={recognisePhone(call.phoneRaw)?.e164 ?? null} />}
      {call ? (
        <Workspace key={call.id} call={call} resting={resting} />
      ) : result ? (
        <ResultPane result={result} />
      ) : (
        <IdleCall />
      )}
    </div>
  );
}

const CalmDanger = memo(DangerPanel);
const CalmSimilar = memo(SimilarStrip);
const CalmAnnounced = memo(AnnouncedStrip);
const CalmAsk = memo(AskStrip);
const CalmCard = memo(CardPane);

/** Every page has a heading of its own; here the eye has the caller's number and time instead. */
function CallTitle() {
  const { t } = useTexts();
  return <h1 className="onlyHeard">{t('frame:section.call')}</h1>;
}

/** For whoever does not see the screen: the call that is open now, said once as it opens; the caret is in the notes already. */
function CallHeard({ call }: { readonly call: OpenCall }) {
  const { t } = useTexts();
  const format = useFormat();
  // As it was when it opened: a number being typed is said at its own field.
  const [words] = useState(() =>
    t(call.phoneRaw.trim() === '' ? 'call:heard.open' : 'call:heard.openFrom', {
      time: format.time(call.paper?.takenAt ?? call.startedAt),
      phone: recognisePhone(call.phoneRaw)?.display ?? call.phoneRaw.trim(),
    }),
  );
  return (
    <p className="onlyHeard" role="status">
      {words}
    </p>
  );
}

interface PartProps {
  /** Without its notes. */
  readonly call: OpenCall;
  readonly resting: boolean;
}

/** One call: caller, notes, card. A letter in the notes is drawn at once; what only reads the notes follows when there is time. */
function Workspace({ call, resting }: PartProps) {
  return (
    <div className="workspace">
      <CallTitle />
      <CallHeard call={call} />
      <CallerPane call={call} resting={resting} />
      <div className="padColumn">
        <Notes call={call} resting={resting} />
        <BelowNotes call={call} resting={resting} />
      </div>
      <BesideNotes call={call} resting={resting} />
    </div>
  );
}

/** Letter by letter. */
function Notes({ call, resting }: PartProps) {
  return <Pad call={useCallNow(call)} beside={call} resting={resting} />;
}

function BelowNotes({ call, resting }: PartProps) {
  const calm = useCalmCall(useCallNow(call));
  return (
    <>
      <CalmDanger call={calm} />
      <CalmAnnounced call={calm} resting={resting} />
      <CalmAsk call={calm} resting={resting} />
      <CalmSimilar call={calm} />
    </>
  );
}

/** The card follows the notes where they are the text of the appeal, or where it says what is missing. */
function BesideNotes({ call, resting }: PartProps) {
  const calm = useCalmCall(useCallNow(call));
  const isAsked = useCalls(({ ending, tried }) => ending === call.id || tried[call.id] === true);
  const follows = call.tab === 'appeal' || call.paper !== null || isAsked;
  return <CalmCard call={follows ? calm : call} resting={resting} />;
}
