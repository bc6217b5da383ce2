import type { z } from 'zod';
import type { AppealFindInput, AppealFound } from '../../../src-shared/appeal/queries.ts';
import type { Answer } from '../../../src-shared/ipc/envelope.ts';
import { RecordType } from '../../../src-shared/record/model.ts';
import { ok } from '../../../src-shared/result.ts';
import { type HandlerParts, signedIn } from '../handlerParts.ts';
import { horizonNow } from '../replication/scope.ts';
import { searchedPercent, seek } from '../search/hits.ts';
import { findAtCentre } from '../sync/find.ts';
import { appealLines } from './appeal.ts';

/** appeal.find */
export async function findAppeals(
  parts: HandlerParts,
  { text, where, limit }: z.output<typeof AppealFindInput>,
): Promise<Answer<AppealFound>> {
  const { desk, sync } = parts;
  const allowed = signedIn(parts, () => ok(null));
  if (!allowed.ok) return allowed;
  const asked =
    where === 'centre' ? await findAtCentre(desk, parts.transport, parts.requestMs, text, limit) : null;
  if (asked?.state === 'searched') {
    parts.recordsChanged(
      asked.refs.flatMap(({ type, id }) => {
        const known = RecordType.safeParse(type);
        return known.success ? [{ type: known.data, id }] : [];
      }),
    );
  }
  const percent = searchedPercent(desk, parts.indexer);
  const { meaning, hits, isWrong, turned, isTurned } = seek(desk, text, ['appeal'], limit + 1);
  const appeals = new Map(hits.appeals.slice(0, limit).map((appeal) => [appeal.id, appeal]));
  // Found at the centre and held now, even if a search among everything held here ends before it gets to them.
  for (const { type, id } of asked?.state === 'searched' ? asked.refs : []) {
    const appeal = type === 'appeal' ? desk.stores.records.record.get('appeal', id) : undefined;
    if (appeal !== undefined && appeals.size < limit) appeals.set(appeal.id, appeal);
  }
  return ok({
    lines: appealLines(desk, (seq) => sync.isInFlight(seq), [...appeals.values()]),
    more: hits.appeals.length > limit || (asked?.state === 'searched' && asked.more),
    centre: asked?.state ?? 'notAsked',
    wrongNumber: isWrong && appeals.size === 0,
    meaning,
    turned: isTurned ? turned : null,
    searchedPercent: percent,
    since: horizonNow(desk).day,
  });
}
