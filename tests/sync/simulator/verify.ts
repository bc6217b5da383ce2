import type { Context } from '../../../src-server/context.ts';
import { listStations, readLife } from '../../../src-server/store/recovery.ts';
import { openCentre } from './accounts.ts';
import { intentOf } from './act.ts';
import { Broken } from './ledger.ts';
import { all } from './ownEffects.ts';
import type { Station } from './station.ts';
import { dbOf, type TrueReceipt, type TrueRow, trueHead, trueReceipts, trueRows } from './truth.ts';
import { outboxOf, type World } from './world.ts';

/** Virtual time in which everything must have come to rest once nothing is broken any more. */
const REST_MS = 5 * 60_000;
const LOOK_MS = 1000;

/** Mends everything: lines, disks, machines. Clocks and people stay as they are. */
export async function heal(world: World): Promise<void> {
  world.note('heal');
  for (const way of world.network.ways)
    Object.assign(way, { weather: 'clear', upCut: false, downCut: false });
  world.centre.disk()?.limitPages(null);
  world.centre.disk()?.disarm();
  await openCentre(world);
  for (const station of world.stations) {
    station.disk()?.limitPages(null);
    station.disk()?.disarm();
    const trouble = await station.open();
    if (trouble !== null) throw new Broken('I4', `station ${station.index} does not open: ${trouble}`);
  }
}

/** I4: by nothing but the passing of time every outbox is empty and every replica is at the server's head. */
export async function rest(world: World): Promise<void> {
  for (let waited = 0; waited < REST_MS; waited += LOOK_MS) {
    await world.advance(LOOK_MS);
    await closeForAbsent(world);
    if (await isAtRest(world)) return;
  }
  const states = [];
  for (const station of world.stations) {
    const status = await station.call('sync.status', {});
    states.push(`${station.index}: ${JSON.stringify(status?.ok ? status.value : status)}`);
  }
  throw new Broken(
    'I4',
    `no rest ${REST_MS / 60_000} minutes after everything was mended\n${states.join('\n')}`,
  );
}

/**
 * A centre put back waits for every workstation lately seen. Those that this history never switches on are what the administrator
 * closes the window for; those that it has must have come by themselves.
 */
async function closeForAbsent(world: World): Promise<void> {
  const { context } = world.centre;
  if (context === null) return;
  const { recovery } = await readLife(context.store.db);
  if (recovery === undefined) return;
  const present = new Set(
    world.stations.flatMap((station) =>
      all<{ workstation: string }>(intentOf(station), 'SELECT workstation FROM enrolment').map(
        ({ workstation }) => workstation,
      ),
    ),
  );
  const missing = (await listStations(context.store.db, recovery.epoch)).filter(
    ({ awaited, complete_at }) => awaited === 1 && complete_at === null,
  );
  const areAbsent = missing.every(({ workstation }) => !present.has(workstation));
  if (missing.length > 0 && areAbsent) await context.recovery.close();
}

async function isAtRest(world: World): Promise<boolean> {
  const { context } = world.centre;
  if (context === null) return false;
  const head = await trueHead(context);
  return world.stations.every((station) => {
    const { version, mark, fresh, staged } = positionOf(station);
    return (
      outboxOf(station).length === 0 && version === head.version && mark === head.mark && !fresh && !staged
    );
  });
}

interface PositionOf {
  readonly version: number;
  readonly mark: string;
  readonly fresh: boolean;
  readonly staged: boolean;
}

export function positionOf(station: Station): PositionOf {
  const records = station.disk()?.open('records');
  if (!records) return { version: -1, mark: '', fresh: true, staged: false };
  const [row] = all<{ cursor: string | null; staged_cursor: string | null; fresh: number }>(
    records,
    'SELECT cursor, staged_cursor, fresh FROM position',
  );
  const cursor = JSON.parse(row?.cursor ?? '{"regions":{}}') as { regions: Record<string, [number, string]> };
  const [version, mark] = Object.values(cursor.regions)[0] ?? [-1, ''];
  return { version, mark, fresh: row?.fresh === 1, staged: row?.staged_cursor !== null };
}

/** Everything that must hold at rest. */
export async function verifyAtRest(world: World): Promise<void> {
  const { context } = world.centre;
  if (context === null) throw new Error('the centre is off');
  const receipts = await trueReceipts(context);
  verifyReceipts(world, receipts);
  verifyOrder(receipts);
  await verifyReplicas(world);
  await verifyNumbers(world, receipts);
  await verifyVisible(world, context, receipts);
  await verifyQuarantine(world, receipts);
  verifyLeadSees(receipts, await trueRows(context));
}

/** I1: every command ends as exactly one receipt, its content unchanged; what only a lost disk held may be gone. */
function verifyReceipts(world: World, receipts: readonly TrueReceipt[]): void {
  const firsts = grouped(
    receipts.filter(({ command, repeated }) => repeated === 0 && !world.before.commands.has(command)),
    ({ command }) => command,
  );
  for (const [id, command] of world.ledger.issued()) {
    const own = firsts.get(id) ?? [];
    if (own.length > 1) throw new Broken('I1', `${command.kind} ${id} has ${own.length} receipts`);
    if (own.length === 0) {
      if (!world.ledger.isHeld(id)) continue;
      throw new Broken('I1', `${command.kind} ${id} has neither a receipt nor a place in an outbox`);
    }
    if (world.ledger.bytes(own[0]?.hash ?? '')?.id !== id && !world.ledger.wasWithheld(id))
      throw new Broken('I1', `${command.kind} ${id} was received with bytes that nobody sent`);
  }
  for (const id of firsts.keys()) {
    if (!world.ledger.issued().has(id)) throw new Broken('I1', `receipt for ${id}, which nobody gave`);
  }
}

/** I3: a client's commands were decided in its own order, without gaps. */
function verifyOrder(receipts: readonly TrueReceipt[]): void {
  for (const [client, own] of grouped(receipts, ({ client }) => client)) {
    const bySeq = own.toSorted((a, b) => a.seq - b.seq);
    for (const [index, { seq }] of bySeq.entries()) {
      if (seq !== index + 1) throw new Broken('I3', `client ${client} has a gap before sequence ${seq}`);
    }
    const fresh = bySeq.filter(({ repeated }) => repeated === 0);
    for (const [index, later] of fresh.entries()) {
      const earlier = fresh[index - 1];
      if (earlier !== undefined && !isBefore(earlier, later))
        throw new Broken('I3', `client ${client}: sequence ${later.seq} was decided before ${earlier.seq}`);
    }
  }
}

function isBefore(a: TrueReceipt, b: TrueReceipt): boolean {
  return a.version < b.version || (a.version === b.version && a.ordinal < b.ordinal);
}

/** I4: every replica equals the answer of one SQL statement, and nothing predicted or staged is left over. */
async function verifyReplicas(world: World): Promise<void> {
  const { context } = world.centre;
  if (context === null) return;
  const truth = await trueRows(context);
  for (const station of world.stations) {
    const records = station.disk()?.open('records');
    if (!records) throw new Broken('I4', `station ${station.index} is off`);
    const rows = all<TrueRow>(
      records,
      'SELECT type, id, version, ordinal, doc FROM record ORDER BY type, id',
    );
    const byKey = (list: readonly object[]) => new Set(list.map((row) => JSON.stringify(row)));
    const own = byKey(rows);
    const expected = byKey(truth);
    const missing = [...expected].filter((row) => !own.has(row));
    const foreign = [...own].filter((row) => !expected.has(row));
    if (missing.length + foreign.length > 0) {
      const shown = [...missing.map((row) => `lacks ${row}`), ...foreign.map((row) => `has ${row}`)].slice(
        0,
        6,
      );
      throw new Broken('I4', `station ${station.index} differs from the server:\n${shown.join('\n')}`);
    }
    for (const table of ['base', 'staged']) {
      if (all(records, `SELECT 1 FROM ${table} LIMIT 1`).length > 0)
        throw new Broken('I4', `station ${station.index} has rows left in ${table}`);
    }
  }
}

/** I8: no number belongs to two appeals, and every number told is accounted for on the server. */
async function verifyNumbers(world: World, receipts: readonly TrueReceipt[]): Promise<void> {
  const { context } = world.centre;
  if (context === null) return;
  const ledger = await dbOf(context).selectFrom('issued_number').selectAll().execute();
  const entries = new Map(ledger.map((entry) => [entry.full_number, entry]));
  const told = new Map<string, string>();
  for (const command of world.ledger.issued().values()) {
    const { number } = command.minted;
    if (number === null) continue;
    const before = told.get(number);
    if (before !== undefined && !world.ledger.wasDoubled())
      throw new Broken('I8', `number ${number} was told twice, by ${before} and ${command.id}`);
    told.set(number, command.id);
    const receipt = receipts.find((one) => one.command === command.id && one.repeated === 0);
    if (receipt === undefined || receipt.outcome === 'quarantined') continue;
    const entry = entries.get(number);
    if (entry === undefined) throw new Broken('I8', `number ${number} of ${command.id} is not accounted for`);
    const isApplied = receipt.outcome !== 'refused';
    if (isApplied && (entry.state !== 'used' || entry.command !== command.id))
      throw new Broken('I8', `number ${number} is in the ledger for ${entry.command}, not for ${command.id}`);
  }
}

/**
 * I9: whatever was not simply done is under attention where it was given. What was confirmed as done in an earlier life of the centre, and
 * was decided otherwise by one put back, is not: its workstation is told by the attention record, which the author's list shows before
 * anything of its own. That the record is there, and on every replica, is checked beside this.
 */
async function verifyVisible(
  world: World,
  context: Context,
  receipts: readonly TrueReceipt[],
): Promise<void> {
  const needPerson = receipts.filter(
    ({ outcome, repeated }) => repeated === 0 && (outcome === 'refused' || outcome === 'quarantined'),
  );
  const { epoch } = await readLife(context.store.db);
  const heldIn = (sql: string) =>
    world.stations.flatMap((station) => {
      const intent = station.disk()?.open('intent');
      return intent ? all<{ command: string; epoch?: string }>(intent, sql) : [];
    });
  const attention = new Set(heldIn('SELECT command FROM attention').map(({ command }) => command));
  const doneBefore = new Set(
    heldIn("SELECT id AS command, epoch FROM acknowledged WHERE outcome IN ('applied', 'merged')")
      .filter((row) => row.epoch !== epoch)
      .map(({ command }) => command),
  );
  for (const { command, outcome } of needPerson) {
    if (world.ledger.isHeld(command) && !attention.has(command) && !doneBefore.has(command))
      throw new Broken('I9', `${command} was ${outcome} and nobody is shown it`);
  }
}

/** Nothing in a history is a reason for these: each would be a false alarm or a defect. */
const NEVER = ['id_reused', 'hash_mismatch', 'defect'];

/** What is put aside is kept whole, and only what a newer build has written is put aside, with what depends on it. */
async function verifyQuarantine(world: World, receipts: readonly TrueReceipt[]): Promise<void> {
  const { context } = world.centre;
  if (context === null) return;
  const kept = await dbOf(context).selectFrom('quarantine').select(['client', 'seq', 'body']).execute();
  const bodies = new Map(kept.map((row) => [`${row.client} ${row.seq}`, row.body]));
  for (const { client, seq, command, outcome, code, repeated } of receipts) {
    // A copy of the database sent the whole of what the other one had sent a stand-in for: both contents are kept for a person.
    if (code === 'id_reused' && world.ledger.wasWithheld(command)) continue;
    if (NEVER.includes(code ?? '')) throw new Broken('I1', `${command} was ${outcome} as ${code}`);
    if (repeated === 1) continue;
    const body = bodies.get(`${client} ${seq}`);
    if (
      outcome === 'quarantined' &&
      (body === undefined || (JSON.parse(body) as { id: string }).id !== command)
    )
      throw new Broken('I1', `${command} was put aside and is not kept`);
  }
}

/** I9: and it lies before every lead of the region, as a record of its own. */
function verifyLeadSees(receipts: readonly TrueReceipt[], rows: readonly TrueRow[]): void {
  const records = new Map(rows.filter(({ type }) => type === 'attention').map((row) => [row.id, row]));
  for (const { command, outcome, repeated } of receipts) {
    if (repeated === 1 || outcome === 'applied' || outcome === 'merged') continue;
    const doc = JSON.parse(records.get(command)?.doc ?? 'null') as { outcome?: string } | null;
    if (doc?.outcome !== outcome)
      throw new Broken('I9', `${command} was ${outcome} and no record says so to the leads`);
  }
}

function grouped<T>(list: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of list) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
