import { decideWith } from '../../../src-main/data/command/lookup.ts';
import type { Command } from '../../../src-shared/command/envelope.ts';
import type { Disk } from './disk.ts';
import { Broken } from './ledger.ts';
import { all } from './ownEffects.ts';
import type { Station } from './station.ts';
import { type TrueReceipt, type TrueRow, trueReceipts, trueRows } from './truth.ts';
import { positionOf } from './verify.ts';
import type { World } from './world.ts';

/** Documents by type and id, with the version at which each was written last. */
type Documents = Map<string, { readonly doc: unknown; readonly version: number; readonly ordinal: number }>;

/**
 * Written by the server without a rule: what comes before a person (I9 looks at it), and what it knows of the machines. Settling is a
 * command like any other, so that the model begins with everything that came before a person as not settled yet.
 */
const BESIDE_RECEIPTS = ['attention', 'workstation'];

const EFFECTIVE = ['applied', 'merged', 'conflicted'];

/**
 * I2: the server's records are what its receipts say and nothing else. Every command that took effect is decided once more, in the
 * order of the receipts, on documents in memory; the result must be the server's rows, history included.
 */
export async function verifyEffects(world: World): Promise<void> {
  const { context } = world.centre;
  if (context === null) return;
  const rows = await trueRows(context);
  const { before } = world;
  const receipts = (await trueReceipts(context)).filter(
    ({ command, repeated }) => repeated === 0 && !before.commands.has(command),
  );
  const model: Documents = new Map(
    before.rows
      .filter(({ type }) => !BESIDE_RECEIPTS.includes(type))
      .map((row) => [keyOf(row), { ...row, doc: JSON.parse(row.doc) }]),
  );
  // The administrator's acts are no commands: each has a version of its own.
  const operators = rows.filter(({ type }) => type === 'operator');
  for (const row of rows.filter(({ type }) => type === 'attention'))
    model.set(keyOf(row), { ...row, doc: { ...JSON.parse(row.doc), state: 'open' } });
  const accountSteps = world.accountSteps.toSorted((a, b) => a.version - b.version);
  let nextStep = 0;
  for (const receipt of receipts) {
    for (; (accountSteps[nextStep]?.version ?? Number.POSITIVE_INFINITY) < receipt.version; nextStep += 1)
      applyAccount(model, accountSteps[nextStep]);
    decideAgain(world, model, receipt);
  }
  for (; nextStep < accountSteps.length; nextStep += 1) applyAccount(model, accountSteps[nextStep]);
  compare(
    model,
    rows.filter(({ type }) => !BESIDE_RECEIPTS.includes(type)),
    operators,
  );
}

function applyAccount(model: Documents, step: World['accountSteps'][number] | undefined): void {
  if (step === undefined) return;
  model.set(`operator/${step.operator.id}`, { doc: step.operator, version: step.version, ordinal: 0 });
}

function decideAgain(world: World, model: Documents, receipt: TrueReceipt): void {
  const command = world.ledger.bytes(receipt.hash);
  if (command === undefined || receipt.outcome === 'quarantined') return;
  const decided = decideWith((type, id) => model.get(`${type}/${id}`)?.doc, command);
  if (!EFFECTIVE.includes(receipt.outcome)) {
    // What the server's own doors refuse (numbers, grants) the rules alone may allow.
    if (!decided.ok && decided.code !== receipt.code)
      throw new Broken(
        'I2',
        `${command.kind} ${command.id} was refused as ${receipt.code}, the rules say ${decided.code}`,
      );
    return;
  }
  if (!decided.ok)
    throw new Broken('I2', `${command.kind} ${command.id} took effect, the rules refuse it: ${decided.code}`);
  if (decided.outcome !== receipt.outcome)
    throw new Broken(
      'I2',
      `${command.kind} ${command.id} was ${receipt.outcome}, the rules say ${decided.outcome}`,
    );
  decided.writes.forEach((write, index) => {
    const { version, ordinal } = receipt;
    model.set(`${write.type}/${write.id}`, { doc: write.doc, version, ordinal: ordinal + index });
  });
}

function compare(model: Documents, rows: readonly TrueRow[], operators: readonly TrueRow[]): void {
  const known = new Set([...rows, ...operators].map(keyOf));
  const lacks = (key: string) =>
    !known.has(key) && !BESIDE_RECEIPTS.some((type) => key.startsWith(`${type}/`));
  for (const key of model.keys()) if (lacks(key)) throw new Broken('I2', `the server lacks ${key}`);
  for (const row of rows) {
    const expected = model.get(keyOf(row));
    if (expected === undefined)
      throw new Broken('I2', `the server has ${keyOf(row)}, which no receipt explains`);
    const doc = JSON.stringify(expected.doc);
    if (doc !== row.doc || expected.version !== row.version || expected.ordinal !== row.ordinal) {
      throw new Broken(
        'I2',
        `${keyOf(row)} is not what its receipts say\nserver ${row.version}.${row.ordinal} ${row.doc}\nmodel  ${expected.version}.${expected.ordinal} ${doc}`,
      );
    }
  }
}

function keyOf(row: { readonly type: string; readonly id: string }): string {
  return `${row.type}/${row.id}`;
}

interface ReplicaRow extends TrueRow {
  readonly doc: string;
}

/**
 * I5 and I6 of one workstation between the steps: its records are the server's rows it has pulled with the waiting commands decided
 * afresh on top, and it lacks nothing its cursor has passed.
 */
export async function verifyReplica(world: World, station: Station): Promise<void> {
  if (!station.isUp() || station.disk()?.isFaulty()) return;
  // Brings up to date what a fault of the disk kept from being shown.
  await station.call('sync.status', {});
  const disk = station.disk();
  const records = disk?.open('records');
  const intent = disk?.open('intent');
  if (disk === null || !records || !intent) return;
  // What has not been written to since it was last found right is right.
  const written = disk.commits();
  if (foundRight.get(disk) === written) return;
  const shown = new Map(
    all<ReplicaRow>(records, 'SELECT type, id, version, ordinal, doc FROM record').map((row) => [
      keyOf(row),
      row,
    ]),
  );
  const pulled = new Map(shown);
  for (const row of all<TrueRow & { doc: string | null }>(
    records,
    'SELECT type, id, version, ordinal, doc FROM base',
  )) {
    if (row.doc === null) pulled.delete(keyOf(row));
    else pulled.set(keyOf(row), row as ReplicaRow);
  }
  verifyRebase(station, shown, pulled, pendingOf(station));
  await verifyCursor(world, station, pulled);
  foundRight.set(disk, written);
}

/** Disk of a running station -> how many commits it had seen when its replica was last found right. */
const foundRight = new WeakMap<Disk, number>();

/** Commands whose effect must be predicted, by plain SQL: confirmed ones that the records lack, then the waiting ones. */
function pendingOf(station: Station): Command[] {
  const intent = station.disk()?.open('intent');
  const records = station.disk()?.open('records');
  if (!intent || !records) return [];
  const [position] = all<{ client: string | null; seq: number }>(
    records,
    'SELECT acked_client AS client, acked_seq AS seq FROM position',
  );
  const [identity] = all<{ client: string }>(intent, 'SELECT client FROM identity');
  const bodies = (sql: string, ...given: unknown[]) =>
    all<{ body: string }>(intent, sql, ...given).map(({ body }) => JSON.parse(body) as Command);
  const effective = "outcome IN ('applied', 'merged', 'conflicted')";
  const of = (client: string, seq: number) =>
    bodies(
      `SELECT body FROM acknowledged WHERE ${effective} AND client = ? AND seq > ? ORDER BY n`,
      client,
      seq,
    );
  const current = identity?.client ?? '';
  const known = position?.client ?? null;
  const confirmed =
    known === null
      ? bodies(`SELECT body FROM acknowledged WHERE ${effective} ORDER BY n`)
      : [...of(known, position?.seq ?? 0), ...(known === current ? [] : of(current, 0))];
  const onBoard = known === current ? (position?.seq ?? 0) : 0;
  return [...confirmed, ...bodies('SELECT body FROM outbox WHERE seq > ? ORDER BY seq', onBoard)];
}

function verifyRebase(
  station: Station,
  shown: ReadonlyMap<string, ReplicaRow>,
  pulled: ReadonlyMap<string, ReplicaRow>,
  pending: readonly Command[],
): void {
  const afresh = new Map([...pulled].map(([key, row]) => [key, row.doc]));
  const lookup = (type: string, id: string) => {
    const doc = afresh.get(`${type}/${id}`);
    if (doc !== undefined) return JSON.parse(doc) as unknown;
    return type === 'operator' ? knownOperator(station, id) : undefined;
  };
  for (const command of pending) {
    try {
      const decided = decideWith(lookup, command);
      if (decided.ok)
        for (const { type, id, doc } of decided.writes) afresh.set(`${type}/${id}`, JSON.stringify(doc));
    } catch {
      // A kind this build does not know is not predicted.
    }
  }
  for (const key of new Set([...shown.keys(), ...afresh.keys()])) {
    if (shown.get(key)?.doc !== afresh.get(key)) {
      throw new Broken(
        'I5',
        `station ${station.index} shows ${key} otherwise than decided afresh\nshown  ${shown.get(key)?.doc}\nafresh ${afresh.get(key)}`,
      );
    }
  }
}

function knownOperator(station: Station, id: string): unknown {
  const intent = station.disk()?.open('intent');
  const [row] = intent
    ? all<{ operator: string }>(intent, 'SELECT operator FROM known_operator WHERE id = ?', id)
    : [];
  return row === undefined ? undefined : JSON.parse(row.operator);
}

async function verifyCursor(
  world: World,
  station: Station,
  pulled: ReadonlyMap<string, ReplicaRow>,
): Promise<void> {
  const { context } = world.centre;
  const { version, mark } = positionOf(station);
  if (context === null || version < 0) return;
  const isOfThisHistory = await context.store.db
    .selectFrom('version_mark')
    .select('mark')
    .where('version', '=', version)
    .where('mark', '=', mark)
    .executeTakeFirst();
  if (isOfThisHistory === undefined) return;
  for (const row of await trueRows(context)) {
    if (row.version <= version && pulled.get(keyOf(row))?.version !== row.version)
      throw new Broken(
        'I6',
        `station ${station.index} is at version ${version} without ${keyOf(row)} of ${row.version}`,
      );
  }
}
