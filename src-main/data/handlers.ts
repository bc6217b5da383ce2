import type { ChannelsOf, OutputOf, ParsedInputOf } from '../../src-shared/ipc/contract.ts';
import type { Answer } from '../../src-shared/ipc/envelope.ts';
import { err, ok } from '../../src-shared/result.ts';
import { attachmentHandlers } from './blob/handlers.ts';
import { sendAttached } from './blob/keep.ts';
import { carryHandlers } from './carry/handlers.ts';
import { submit } from './command/submit.ts';
import { listDrafts, pastOf, saveDraft } from './draft/draft.ts';
import { type HandlerParts, signedIn } from './handlerParts.ts';
import { pairHandlers } from './pair/handlers.ts';
import { paperHandlers } from './paper/handlers.ts';
import { practiceHandlers } from './practice/handlers.ts';
import { announcedHandlers } from './query/announcedHandlers.ts';
import { getAppeal, listAppeals } from './query/appeal.ts';
import { applicantHandlers } from './query/applicantHandlers.ts';
import { listAttention } from './query/attention.ts';
import { boardHandlers } from './query/boardHandlers.ts';
import { browseHandlers } from './query/browseHandlers.ts';
import { callsToday, listCalls } from './query/call.ts';
import { findAppeals } from './query/findAppeals.ts';
import { listNotices } from './query/notice.ts';
import { listOperators } from './query/operator.ts';
import { receiptsOf } from './query/receipts.ts';
import { listSnippets } from './query/snippet.ts';
import { listViews } from './query/view.ts';
import { workstationState } from './query/workstation.ts';
import { findHandlers } from './search/handlers.ts';
import { signIn } from './session/signIn.ts';
import { shiftHandlers } from './shift/handlers.ts';
import { signHandlers } from './sign/handlers.ts';
import { similarHandlers } from './similar/handlers.ts';
import { spellingHandlers } from './spelling/handlers.ts';
import { enrol } from './sync/enrol.ts';
import { lineHandlers } from './telephony/handlers.ts';
import { termHandlers } from './term/handlers.ts';

/** Every channel of the contract that the data process answers. */
export type DataChannel = ChannelsOf<'read' | 'write' | 'inner'>;

type Handlers = {
  readonly [N in DataChannel]: (
    input: ParsedInputOf<N>,
  ) => Answer<OutputOf<N>> | Promise<Answer<OutputOf<N>>>;
};

/** One handler a channel; a channel without one does not compile. */
export function createHandlers(parts: HandlerParts) {
  return {
    ...identityHandlers(parts),
    ...workHandlers(parts),
    ...listHandlers(parts),
    ...applicantHandlers(parts),
    ...attachmentHandlers(parts),
    ...carryHandlers(parts),
    ...paperHandlers(parts),
    ...practiceHandlers(parts),
    ...lineHandlers(parts),
    ...shiftHandlers(parts),
    ...similarHandlers(parts),
    ...signHandlers(parts),
    ...pairHandlers(parts),
    ...findHandlers(parts),
    ...spellingHandlers(parts),
    ...termHandlers(parts),
    ...browseHandlers(parts),
    ...boardHandlers(parts),
    ...announcedHandlers(parts),
    ...spellingHandlers(parts),
  } satisfies Handlers;
}

/** Who this workstation and its operator are, and the exchange with the centre. */
function identityHandlers(parts: HandlerParts) {
  const { desk, session, sync } = parts;
  const state = () => workstationState(desk, session.get(), parts.keyUnprotected);
  return {
    'workstation.state': () => ok(state()),
    'workstation.enrol': async (input) => {
      const enrolled = await enrol(desk, parts.transport, parts.requestMs, input);
      if (!enrolled.ok) return enrolled;
      parts.sessionChanged();
      sync.nudge();
      return ok(state());
    },
    'session.signIn': async (input) => {
      const signedIn = await signIn(desk, parts.transport, parts.requestMs, input);
      if (!signedIn.ok) return signedIn;
      session.begin(signedIn.value);
      parts.sessionChanged();
      sync.trigger();
      return ok(state());
    },
    'session.signOut': () => {
      session.end();
      parts.sessionChanged();
      return ok(state());
    },
    'sync.status': () => ok(sync.status()),
    'store.care': () => ok(parts.backups.care()),
    // Answered beside a damaged store, by `restore/rescue.ts`; this one has opened.
    'store.damage': () => err({ code: 'storeWell', data: {} }),
    'store.restore': () => err({ code: 'storeWell', data: {} }),
    'sync.now': () => {
      sync.nudge();
      return ok({});
    },
  } satisfies Partial<Handlers>;
}

/** What changes something. */
function workHandlers(parts: HandlerParts) {
  const { desk, sync } = parts;
  const { intent } = desk.stores;
  return {
    'command.submit': (input) => {
      const enrolment = intent.enrolment.get();
      if (enrolment === null) return err({ code: 'notEnrolled', data: {} });
      return signedIn(parts, (session) => {
        const attached = () => sendAttached(desk, input.commands);
        const submitted = submit(desk, session, enrolment, input, attached);
        if (!submitted.ok) return submitted;
        parts.recordsChanged(submitted.value.changed);
        sync.announce();
        sync.trigger();
        return ok(submitted.value.output);
      });
    },
    'draft.save': (input) => signedIn(parts, (session) => ok(saveDraft(desk, session, input))),
    'draft.list': () =>
      signedIn(parts, (session) => {
        const drafts = listDrafts(desk, session, parts.takeRecovered(false));
        if (drafts.recovered) parts.takeRecovered(true);
        return ok(drafts);
      }),
    'draft.past': (input) =>
      signedIn(parts, ({ operator }) => ok({ versions: pastOf(desk, operator.id, input) })),
    'notice.seen': (input) =>
      signedIn(parts, (session) => {
        intent.notice.see(session.operator.id, input.notice, desk.time.now());
        return ok({});
      }),
    'attention.dismiss': (input) =>
      signedIn(parts, () => {
        intent.attention.dismiss(input.command);
        sync.announce();
        return ok({});
      }),
  } satisfies Partial<Handlers>;
}

/** What a screen shows. */
function listHandlers(parts: HandlerParts) {
  const { desk } = parts;
  const inFlight = (seq: number) => parts.sync.isInFlight(seq);
  return {
    'call.list': (input) =>
      signedIn(parts, ({ operator }) => ok(listCalls(desk, inFlight, operator.id, input))),
    'call.today': () => signedIn(parts, ({ operator }) => ok(callsToday(desk, operator.id))),
    'appeal.list': (input) =>
      signedIn(parts, ({ operator }) => ok(listAppeals(desk, inFlight, operator.id, input))),
    'appeal.find': (input) => findAppeals(parts, input),
    'appeal.get': (input) =>
      signedIn(parts, ({ operator }) => ok(getAppeal(desk, inFlight, operator, input.appeal))),
    'appeal.receipts': (input) => signedIn(parts, () => ok(receiptsOf(desk, input.appeal))),
    'directory.settlements': () =>
      signedIn(parts, () => ok({ settlements: desk.stores.records.record.allOf('settlement') })),
    'directory.streets': (input) =>
      signedIn(parts, () => ok({ streets: desk.stores.records.directory.streetsOf(input.settlement) })),
    'view.list': () => signedIn(parts, ({ operator }) => ok(listViews(desk, operator.id))),
    'snippet.list': () => signedIn(parts, () => ok(listSnippets(desk))),
    'operator.list': () => signedIn(parts, () => ok({ operators: listOperators(desk) })),
    'notice.list': () => signedIn(parts, ({ operator }) => ok({ notices: listNotices(desk, operator.id) })),
    'attention.list': () => signedIn(parts, ({ operator }) => ok({ items: listAttention(desk, operator) })),
  } satisfies Partial<Handlers>;
}
