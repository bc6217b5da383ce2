import type { z } from 'zod';
import {
  assigneeMeant,
  BROWSE_DAYS,
  type Browse,
  type BrowseInput,
  fitsFilter,
} from '../../../src-shared/appeal/browse.ts';
import type { Appeal } from '../../../src-shared/appeal/model.ts';
import { legalDay } from '../../../src-shared/clock.ts';
import type { Desk } from '../desk.ts';
import { appealLines } from './appeal.ts';
import type { InFlight } from './delivery.ts';

/** Most appeals one question looks at: some ten milliseconds. */
const LOOKED_AT = 1000;
const DAY_MS = 86_400_000;

/** appeal.browse: goes along the index of who has it, or of time alone, and keeps what the filter fits. */
export function browseAppeals(
  desk: Desk,
  inFlight: InFlight,
  me: string,
  { filter, order, after, limit }: z.output<typeof BrowseInput>,
): Browse {
  const { appeal: store, record } = desk.stores.records;
  const assignee = filter.assignee === null ? undefined : assigneeMeant(filter.assignee, me);
  const from = { assignee, urgentOnly: filter.urgentOnly };
  const since =
    filter.period === null
      ? null
      : legalDay(desk.time.serverMs() - (BROWSE_DAYS[filter.period] - 1) * DAY_MS);
  const fitting: Appeal[] = [];
  let last: Appeal | undefined;
  let looked = 0;
  for (const appeal of store.walk(from, order, after, LOOKED_AT)) {
    looked += 1;
    last = appeal;
    if (order === 'newest' && since !== null && appeal.day < since) return ended(fitting);
    const district = () =>
      appeal.place.district || (record.get('applicant', appeal.applicant)?.address.district ?? '');
    if (fitsFilter(filter, { me, since }, appeal, district)) fitting.push(appeal);
    if (fitting.length === limit) break;
  }
  if (last === undefined || (looked < LOOKED_AT && fitting.length < limit)) return ended(fitting);
  const { registeredAt, id } = last;
  return { lines: appealLines(desk, inFlight, fitting), next: { registeredAt, id } };

  function ended(appeals: readonly Appeal[]): Browse {
    return { lines: appealLines(desk, inFlight, appeals), next: null };
  }
}
