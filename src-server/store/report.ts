import { type RawBuilder, sql } from 'kysely';
import type { AppealKind } from '../../src-shared/appeal/model.ts';
import type { Engine } from './migrate.ts';
import type { Db } from './tables.ts';

/** Where to count: one region and a stretch of time, the ends not included. */
export interface CountedPeriod {
  readonly region: string;
  /** Legal days, such as `2026-10-01` to `2026-11-01`. */
  readonly days: readonly [string, string];
  /** The same stretch as instants in UTC. */
  readonly instants: readonly [string, string];
}

/** A store to count in. */
export interface CountedStore {
  readonly db: Db;
  readonly engine: Engine;
}

/** Fields of stored documents as each engine reads them; paths are literals, so that GROUP BY recognises the expression. */
function fields(engine: Engine) {
  const embedded = engine === 'sqlite';
  const text = (...path: readonly string[]): RawBuilder<string> =>
    embedded
      ? sql<string>`json_extract(doc, ${sql.lit(`$.${path.join('.')}`)})`
      : sql<string>`(doc::jsonb #>> ${sql.lit(`{${path.join(',')}}`)})`;
  const flag = (name: string): RawBuilder<boolean> =>
    embedded
      ? sql<boolean>`(json_extract(doc, ${sql.lit(`$.${name}`)}) = 1)`
      : sql<boolean>`((doc::jsonb #>> ${sql.lit(`{${name}}`)}) = 'true')`;
  const length = (name: string): RawBuilder<number> =>
    embedded
      ? sql<number>`json_array_length(doc, ${sql.lit(`$.${name}`)})`
      : sql<number>`jsonb_array_length(doc::jsonb -> ${sql.lit(name)})`;
  return { text, flag, length };
}

const counted = sql<number>`count(*)`;
const countedIf = (condition: RawBuilder<boolean>) =>
  sql<number>`sum(CASE WHEN ${condition} THEN 1 ELSE 0 END)`;

/** Living documents of a type in the region. */
function records({ db }: CountedStore, { region }: CountedPeriod, type: string) {
  return db
    .selectFrom('record')
    .where('region', '=', region)
    .where('type', '=', type)
    .where('deleted', '=', 0)
    .where('left_reason', 'is', null);
}

/** Appeals or consultations whose legal day lies in the period. */
function recordsByDay(store: CountedStore, period: CountedPeriod, type: 'appeal' | 'consultation') {
  const day = fields(store.engine).text('day');
  const [from, to] = period.days;
  return records(store, period, type).where(sql<boolean>`${day} >= ${from} AND ${day} < ${to}`);
}

/** Calls by the hour of their start in UTC, such as `2026-10-01T05`. */
export async function countCallsByHour(
  store: CountedStore,
  period: CountedPeriod,
): Promise<{ hour: string; calls: number }[]> {
  const { text } = fields(store.engine);
  const [startedAt, outcome] = [text('startedAt'), text('outcome')];
  const [from, to] = period.instants;
  const hour = sql<string>`substr(${startedAt}, 1, 13)`;
  const rows = await records(store, period, 'call')
    // A card opened by mistake was no call.
    .where(sql<boolean>`${startedAt} >= ${from} AND ${startedAt} < ${to} AND ${outcome} <> 'discarded'`)
    .select([hour.as('hour'), counted.as('calls')])
    .groupBy(hour)
    .execute();
  return rows.map((row) => ({ hour: row.hour, calls: Number(row.calls) }));
}

/** How many appeals there are of each kind, how many urgent, how many of those told to an authority, how many on control. */
export async function countAppealsByKind(
  store: CountedStore,
  period: CountedPeriod,
): Promise<
  { kind: AppealKind; appeals: number; urgent: number; urgentForwarded: number; onControl: number }[]
> {
  const { text, flag, length } = fields(store.engine);
  const kind = text('kind');
  const urgent = flag('urgent');
  const rows = await recordsByDay(store, period, 'appeal')
    .select([
      kind.as('kind'),
      counted.as('appeals'),
      countedIf(urgent).as('urgent'),
      countedIf(sql<boolean>`(${urgent} AND ${length('forwardings')} > 0)`).as('urgentForwarded'),
      // Both states of an appeal are on control; a state that ends it will not be counted.
      countedIf(sql<boolean>`(${text('status')} <> 'removed')`).as('onControl'),
    ])
    .groupBy(kind)
    .execute();
  return rows.map((row) => ({
    kind: row.kind as AppealKind,
    appeals: Number(row.appeals),
    urgent: Number(row.urgent),
    urgentForwarded: Number(row.urgentForwarded),
    onControl: Number(row.onControl),
  }));
}

/** A value of a field and how often it occurs. */
export interface ValueCount {
  readonly value: string;
  readonly count: number;
}

/** How often each topic occurs among the appeals or the consultations. */
export async function countByTopic(
  store: CountedStore,
  period: CountedPeriod,
  type: 'appeal' | 'consultation',
): Promise<ValueCount[]> {
  return await countByText(store, period, type, ['topic']);
}

/** How often each district occurs: where the problem of an appeal is, where who was consulted lives. */
export async function countByDistrict(
  store: CountedStore,
  period: CountedPeriod,
  type: 'appeal' | 'consultation',
): Promise<ValueCount[]> {
  return await countByText(store, period, type, type === 'appeal' ? ['place', 'district'] : ['district']);
}

async function countByText(
  store: CountedStore,
  period: CountedPeriod,
  type: 'appeal' | 'consultation',
  path: readonly string[],
): Promise<ValueCount[]> {
  const value = fields(store.engine).text(...path);
  const rows = await recordsByDay(store, period, type)
    .select([value.as('value'), counted.as('count')])
    .groupBy(value)
    .execute();
  return rows.map((row) => ({ value: row.value, count: Number(row.count) }));
}

/** Appeals of the period by the authority they were handed to. An appeal goes to one authority once. */
export async function countByAuthority(
  store: CountedStore,
  period: CountedPeriod,
): Promise<{ authority: string; appeals: number; urgent: number }[]> {
  const { engine, db } = store;
  const { text, flag } = fields(engine);
  const day = text('day');
  const [from, to] = period.days;
  const [each, authority] =
    engine === 'sqlite'
      ? [
          sql`json_each(doc, '$.forwardings') AS forwarding`,
          sql<string>`json_extract(forwarding.value, '$.authority')`,
        ]
      : [
          sql`LATERAL jsonb_array_elements(doc::jsonb -> 'forwardings') AS forwarding (value)`,
          sql<string>`(forwarding.value ->> 'authority')`,
        ];
  const { rows } = await sql<{ authority: string; appeals: number; urgent: number }>`
    SELECT ${authority} AS authority, count(*) AS appeals, ${countedIf(flag('urgent'))} AS urgent
    FROM record CROSS JOIN ${each}
    WHERE record.region = ${period.region} AND record.type = 'appeal' AND record.deleted = 0 AND record.left_reason IS NULL
      AND ${day} >= ${from} AND ${day} < ${to}
    GROUP BY ${authority}`.execute(db);
  return rows.map((row) => ({
    authority: row.authority,
    appeals: Number(row.appeals),
    urgent: Number(row.urgent),
  }));
}
