import { legalDay } from '../../../src-shared/clock.ts';
import { FindAnswer } from '../../../src-shared/sync/find.ts';
import { rebase } from '../command/rebase.ts';
import type { Desk } from '../desk.ts';
import { ask } from './exchange.ts';
import type { Transport } from './transport.ts';

/** How long what was fetched on request is held here. */
const PINNED_DAYS = 30;
const DAY_MS = 24 * 3_600_000;

/** What became of a question to the centre. */
export type AskedCentre =
  | {
      readonly state: 'searched';
      readonly more: boolean;
      readonly refs: readonly { type: string; id: string }[];
    }
  /** Not reached, or not able to: only what is held here was searched. */
  | { readonly state: 'offline' }
  /** It is of a release that cannot search. */
  | { readonly state: 'unable' };

/**
 * Asks the centre for appeals. What it sends is stored and held for a month, so that it opens like any other record, also when the
 * connection is gone.
 */
export async function findAtCentre(
  desk: Desk,
  transport: Transport,
  timeoutMs: number,
  text: string,
  limit: number,
): Promise<AskedCentre> {
  const { enrolment, identity } = desk.stores.intent;
  const enrolled = enrolment.get();
  const { client, protocol } = identity.get();
  if (enrolled === null) return { state: 'offline' };
  if (protocol < 2) return { state: 'unable' };
  const body = { client, request: desk.newId(), text, limit };
  const answered = await ask({
    transport,
    server: enrolled.server,
    path: '/sync/find',
    bearer: `${enrolled.workstation}.${enrolled.secret}`,
    body,
    answer: FindAnswer,
    timeoutMs,
    timers: desk.timers,
  });
  if (answered.kind === 'refused' && answered.code === 'not_found') return { state: 'unable' };
  if (answered.kind !== 'answer') return { state: 'offline' };
  const { rows, more } = answered.value;
  hold(desk, rows);
  return { state: 'searched', more, refs: rows.map(({ type, id }) => ({ type, id })) };
}

/** Stores what is newer than what is here, under the predictions, and pins all of it. */
function hold(desk: Desk, rows: FindAnswer['rows']): void {
  if (rows.length === 0) return;
  const until = legalDay(desk.time.serverMs() + PINNED_DAYS * DAY_MS);
  rebase(desk, () => {
    const { pinned, record } = desk.stores.records;
    for (const { type, id, region, version, ordinal, doc } of rows) {
      if (doc === null) continue;
      const present = record.row(type, id);
      const isNewer =
        present === undefined ||
        version > present.version ||
        (version === present.version && ordinal > present.ordinal);
      if (isNewer) record.put({ type, id, region, version, ordinal, doc: JSON.stringify(doc) });
      pinned.put({ type, id }, until);
    }
  });
}
