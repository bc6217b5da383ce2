import { setImmediate as yieldToOthers } from 'node:timers/promises';
import type { Appeal } from '../../src-shared/appeal/model.ts';
import { isEmptySearch, type SearchTerms, searchScore, searchTerms } from '../../src-shared/appeal/search.ts';
import type { Applicant } from '../../src-shared/applicant/model.ts';
import { legalDay, yearOf } from '../../src-shared/clock.ts';
import { numbersMeant } from '../../src-shared/number/find.ts';
import type { FindAnswer, FindRequest } from '../../src-shared/sync/find.ts';
import type { PullRow } from '../../src-shared/sync/pull.ts';
import type { Context, Workstation } from '../context.ts';
import { readAppealsBefore, readBelonging, readLiving } from '../store/find.ts';
import type { RecordRow } from '../store/record.ts';
import { readRegion } from '../store/region.ts';
import { asPullRow } from './pull.ts';
import { servedEpoch } from './recovery/life.ts';

/** Appeals looked at in one statement, and in one search at most: then it says that there may be more. */
const PAGE = 500;
const MOST_LOOKED_AT = 200_000;
/** Years in which a number without a year is looked for. */
const YEARS_BACK = 5;

/**
 * Appeals of the workstation's region by number or by words, those included that workstations do not hold any more: each whole, with
 * everything a screen shows of it. By number it is answered from keys; by words the appeals are looked through, the latest first, in short
 * statements between which everybody else has a turn, and not without end (A10).
 * @throws RequestRefused `recovering` after a restore
 */
export async function find(
  context: Context,
  { region }: Workstation,
  request: FindRequest,
): Promise<FindAnswer> {
  await servedEpoch(context.store.db);
  const head = { client: request.client, request: request.request };
  const byNumber = await findByNumber(context, region, request.text);
  const { ids, more } =
    byNumber.ids.length > 0 || byNumber.isWhole
      ? { ids: byNumber.ids, more: false }
      : await findByWords(context, region, searchTerms(request.text), request.limit);
  const rows = new Map<string, PullRow>();
  for (const id of ids.slice(0, request.limit)) {
    for (const row of await wholeAppeal(context, region, id))
      rows.set(`${row.type}/${row.id}`, asPullRow(row));
  }
  return { ...head, rows: [...rows.values()], more: more || ids.length > request.limit };
}

async function findByNumber(
  context: Context,
  region: string,
  text: string,
): Promise<{ ids: string[]; isWhole: boolean }> {
  const { db } = context.store;
  const profile = await readRegion(db, region);
  const year = yearOf(legalDay(context.now()));
  const years = Array.from({ length: YEARS_BACK + 1 }, (_, back) => year - back);
  const { numbers, isWhole } = numbersMeant(text, { office: profile?.office ?? '', years });
  const rows = await readLiving(
    db,
    region,
    numbers.map((id) => ({ type: 'number', id })),
  );
  return { ids: rows.flatMap(({ doc }) => textField(doc, 'appeal') ?? []), isWhole };
}

async function findByWords(
  { store }: Context,
  region: string,
  terms: SearchTerms,
  limit: number,
): Promise<{ ids: string[]; more: boolean }> {
  const ids: string[] = [];
  if (isEmptySearch(terms)) return { ids, more: false };
  let before: string | null = null;
  for (let seen = 0; seen < MOST_LOOKED_AT; seen += PAGE) {
    const page = await readAppealsBefore(store.db, store.engine, region, before, PAGE);
    for (const { id, doc, applicant } of page) {
      const person = applicant === null ? null : (JSON.parse(applicant) as Applicant);
      if (searchScore(terms, JSON.parse(doc) as Appeal, person) > 0) ids.push(id);
      if (ids.length > limit) return { ids, more: true };
    }
    if (page.length < PAGE) return { ids, more: false };
    before = page.at(-1)?.id ?? null;
    await yieldToOthers();
  }
  return { ids, more: true };
}

/** An appeal with its number, applicant, call, history, conflicts and files. */
async function wholeAppeal({ store }: Context, region: string, id: string): Promise<RecordRow[]> {
  const [appeal] = await readLiving(store.db, region, [{ type: 'appeal', id }]);
  if (appeal === undefined) return [];
  const named = (['applicant', 'call', 'number'] as const).flatMap((type) => {
    const of = textField(appeal.doc, type);
    return of === null ? [] : [{ type, id: of }];
  });
  const belonging = await readBelonging(store.db, store.engine, region, id);
  return [appeal, ...(await readLiving(store.db, region, named)), ...belonging];
}

function textField(doc: string | null, name: string): string | null {
  if (doc === null) return null;
  const value = (JSON.parse(doc) as Record<string, unknown>)[name];
  return typeof value === 'string' ? value : null;
}
