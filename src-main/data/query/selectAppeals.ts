import {
  BROWSE_DAYS,
  type BrowseWanted,
  type FigureBy,
  fitsFilter,
  orderColumn,
} from '../../../src-shared/appeal/browse.ts';
import { type Applicant, applicantName } from '../../../src-shared/applicant/model.ts';
import { districts } from '../../../src-shared/catalog/district.ts';
import { topicByCode, topics } from '../../../src-shared/catalog/topic.ts';
import { legalDay } from '../../../src-shared/clock.ts';
import { appealPriority, priorityRank } from '../../../src-shared/priority/appealPriority.ts';
import { alphabetKey } from '../../../src-shared/text/alphabet.ts';
import type { Desk } from '../desk.ts';
import type { AppealRow } from '../store/records/appealRow.ts';
import { endOf } from '../term/dueList.ts';
import { regionCalendar } from '../term/regionCalendar.ts';
import { operatorNames } from './names.ts';
import { type Breathe, sortInSteps } from './stepSort.ts';

/** Appeals read in one go: one or two milliseconds. */
const PAGE = 1000;
/** After so many of them others may have their turn. */
const SOME = 200;
/** Places copied between two breaths. */
const STRIDE = 20_000;
const DAY_MS = 86_400_000;

/** A list as it was when it was made: the places of its appeals in order, and how many there are of each kind when that was asked. */
export interface Selection {
  readonly rows: readonly number[];
  readonly counts: ReadonlyMap<string, number>;
}

interface Making {
  readonly desk: Desk;
  readonly me: string;
  readonly wanted: BrowseWanted;
  readonly by: FigureBy | null;
  readonly breathe: Breathe;
  /** Places found so far, in the order of time; they are in the wanted order when that is one of time. */
  readonly found: number[];
}

type Key = string | number;

/**
 * Goes through all appeals held here, keeps those the filter fits, counts them and puts them in order: the one way by which list, figure
 * and export come to the same appeals.
 */
export async function selectAppeals({ desk, me, wanted, by, breathe, found }: Making): Promise<Selection> {
  const { filter, order } = wanted;
  const since =
    filter.period === null
      ? null
      : legalDay(desk.time.serverMs() - (BROWSE_DAYS[filter.period] - 1) * DAY_MS);
  const keyOf = keysOf(desk, wanted);
  const counted = by === null ? null : countedBy(desk, by);
  const counts = new Map<string, number>();
  const keys: Key[] = [];
  const way = order === 'oldest' ? 'oldest' : 'newest';
  let last: AppealRow | null = null;
  for (;;) {
    // The file of records may be replaced between two steps: it is never kept.
    const page: AppealRow[] = desk.stores.records.appealRow.behind(way, last, PAGE);
    for (const [index, row] of page.entries()) {
      // Some conditions and orders read a card for every appeal.
      if (index > 0 && index % SOME === 0) await breathe();
      if (!fitsFilter(filter, { me, since }, row, () => districtOf(desk, row))) continue;
      found.push(row.row);
      if (keyOf !== null) keys.push(keyOf(row));
      if (counted !== null) {
        const kind = counted(row);
        counts.set(kind, (counts.get(kind) ?? 0) + 1);
      }
    }
    last = page.at(-1) ?? null;
    if (page.length < PAGE) break;
    await breathe();
  }
  if (keyOf === null) return { rows: found, counts };
  const turn = order.endsWith('.down') ? -1 : 1;
  const compare = (a: number, b: number) => {
    const [left, right] = [keys[a] ?? '', keys[b] ?? ''];
    if (left === right) return a - b;
    return left < right ? -turn : turn;
  };
  const sorted = await sortInSteps(found.length, compare, breathe);
  const rows: number[] = [];
  for (const [index, place] of sorted.entries()) {
    rows.push(found[place] ?? 0);
    if (index % STRIDE === STRIDE - 1) await breathe();
  }
  return { rows, counts };
}

/** District of the problem, or else of who appeals. */
export function districtOf(desk: Desk, { district, applicant }: AppealRow): string {
  return district || desk.stores.records.appealRow.districtOf(applicant);
}

/** What an appeal is ordered by; null for the order in which it is read. */
function keysOf(desk: Desk, { order, language }: BrowseWanted): ((row: AppealRow) => Key) | null {
  switch (orderColumn(order)) {
    case null:
      return null;
    case 'number':
      return ({ number }) => number;
    case 'topic': {
      const place = ranks(topics.map((topic) => [topic.code, topic[language]]));
      return ({ topic }) => place(topic);
    }
    case 'district': {
      const place = ranks(districts.map((known) => [known.code, known[language]]));
      return (row) => place(districtOf(desk, row));
    }
    case 'assignee': {
      const nameOf = operatorNames(desk);
      return ({ assignee }) => (assignee === null ? LAST : alphabetKey(nameOf(assignee)));
    }
    case 'status':
      return ({ status }) => status;
    case 'due': {
      const calendar = regionCalendar(desk);
      return ({ due, day }) => endOf({ due, day }, calendar);
    }
    case 'priority':
      return priorityOf(desk);
    case 'applicant':
      return ({ applicant }) => nameKey(desk.stores.records.record.get('applicant', applicant));
  }
}

/** How pressing an appeal is today; a person's proofs are read only where they can raise it. */
function priorityOf(desk: Desk): (row: AppealRow) => number {
  const { appealRow } = desk.stores.records;
  const calls = new Set(appealRow.callsOfDanger());
  const today = legalDay(desk.time.serverMs());
  return ({ urgent, categories: written, call, applicant: id }) => {
    const categories = written === null ? [] : (JSON.parse(written) as string[]);
    const applicant =
      categories.length === 0 ? null : (desk.stores.records.record.get('applicant', id) ?? null);
    const isDangerTold = call !== null && calls.has(call);
    return priorityRank(appealPriority({ appeal: { urgent, categories }, applicant, isDangerTold }, today));
  };
}

/** Behind every name: nobody. */
const LAST = '\uffff';

function nameKey(applicant: Applicant | undefined): string {
  const name = applicant === undefined ? '' : applicantName(applicant);
  return name === '' ? LAST : alphabetKey(name);
}

/** Places of codes in the alphabet of their names; unknown ones last. */
function ranks(named: readonly (readonly [code: string, name: string])[]): (code: string) => number {
  const keyed = named.map(([code, name]) => ({ code, key: alphabetKey(name) }));
  keyed.sort((a, b) => (a.key < b.key ? -1 : 1));
  const places = new Map(keyed.map(({ code }, place) => [code, place]));
  return (code) => places.get(code) ?? keyed.length;
}

function countedBy(desk: Desk, by: FigureBy): (row: AppealRow) => string {
  switch (by) {
    case 'district':
      return (row) => districtOf(desk, row);
    case 'topicGroup':
      return ({ topic }) => topicByCode(topic)?.group.code ?? '';
    case 'status':
      return ({ status }) => status;
    case 'assignee':
      return ({ assignee }) => assignee ?? '';
    case 'receiptSign':
      return ({ receiptSign }) => receiptSign;
    case 'month':
      return ({ day }) => day.slice(0, 7);
  }
}
