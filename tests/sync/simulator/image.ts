import { createHash, scryptSync } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStores } from '../../../src-main/data/store/stores.ts';
import { countAttempts } from '../../../src-server/account/attempts.ts';
import { publishOperator } from '../../../src-server/account/publish.ts';
import { addRegion } from '../../../src-server/admin/region.ts';
import type { Context } from '../../../src-server/context.ts';
import { openCore } from '../../../src-server/core.ts';
import { enrol } from '../../../src-server/enrolment/enrol.ts';
import { makePairingCode } from '../../../src-server/enrolment/pair.ts';
import { insertAccount } from '../../../src-server/store/account.ts';
import { insertGrant } from '../../../src-server/store/grant.ts';
import { inWriteTransaction } from '../../../src-server/store/transaction.ts';
import type { ClientId, GrantId, RegionId } from '../../../src-shared/brand.ts';
import { toInstant } from '../../../src-shared/clock.ts';
import { Operator } from '../../../src-shared/operator/model.ts';
import type { EnrolAnswer } from '../../../src-shared/session/enrol.ts';
import { CLIENT_MIGRATIONS } from '../../support/workstation.ts';
import { type Dice, diceOf } from './dice.ts';

/** The moment at which every history begins. */
export const BEGIN_MS = Date.UTC(2026, 10, 25, 8);
/** Key of every simulated workstation. */
export const KEY = Buffer.alloc(32, 7);
export const REGION = 'dn' as RegionId;
/** Password of every simulated operator. */
export const PASSWORD = 'simulated-2026';
/** Stations an image is made for; a history uses the first of them. */
export const MOST_STATIONS = 4;

/** Who works at the centre. The n-th station begins with the n-th of them. */
export const OPERATORS = [
  { login: 'koval', name: 'Коваль Олена', role: 'operator' },
  { login: 'bondar', name: 'Бондар Тарас', role: 'operator' },
  { login: 'shevchuk', name: 'Шевчук Ірина', role: 'lead' },
  { login: 'melnyk', name: 'Мельник Софія', role: 'lead' },
] as const;

/** Temporary folder of this process, in memory where the system has such a place. */
export function memoryFolder(): string {
  const root = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
  const folder = mkdtempSync(join(root, 'holos-simulator-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/**
 * Makes the files histories begin from: a server with its people and enrolled workstations, and one folder a workstation with
 * every operator known and one signed in. Written through the product's own stores, without its slow hashing of passwords.
 * @param databaseUrl PostgreSQL for the server's part; without it that is in the folder too
 */
export async function makeImage(folder: string, databaseUrl: string | undefined): Promise<void> {
  const dice = diceOf(0, 'image');
  const at = toInstant(BEGIN_MS);
  const core = await openCore(
    {
      dataDir: join(folder, 'centre', 'data'),
      databaseUrl,
      highWaterFile: join(folder, 'centre', 'highwater.json'),
      now: () => BEGIN_MS,
      random: {
        newId: () => dice.uuidAt(BEGIN_MS),
        newUuid: () => dice.uuid(),
        bytes: (size) => dice.bytes(size),
      },
    },
    () => ({ announce: () => undefined }),
  );
  try {
    await populate(core.context, dice, at, folder);
  } finally {
    await core.close();
  }
}

async function populate(context: Context, dice: Dice, at: string, folder: string): Promise<void> {
  await addRegion(context, {
    id: REGION,
    office: 'ДН',
    name: { uk: 'Область', ru: 'Область', en: 'Oblast' },
  });
  const operators = OPERATORS.map(({ name, role }) =>
    Operator.parse({ id: dice.uuidAt(BEGIN_MS), region: REGION, name, role, active: true }),
  );
  for (const [index, operator] of operators.entries()) {
    await inWriteTransaction(context.store.db, async (tx) => {
      const login = OPERATORS[index]?.login ?? '';
      const account = { operator: operator.id, region: REGION, login, password_hash: '', created_at: at };
      await insertAccount(tx, account);
      await publishOperator(tx, operator, at, context.random);
    });
  }
  const attempts = countAttempts(context.now);
  for (let index = 0; index < MOST_STATIONS; index += 1) {
    const { code } = await makePairingCode(context, REGION);
    const request = { request: dice.uuid(), code, name: `Стіл ${index}` };
    const enrolled = await enrol(context, attempts, 'image', request);
    const grants = operators.map((operator) => ({ operator, id: dice.uuid() as GrantId }));
    for (const { operator, id } of grants) {
      const { workstation } = enrolled;
      await insertGrant(context.store.db, { id, operator: operator.id, workstation, at, offline_until: FAR });
    }
    const dir = join(folder, `station-${index}`, 'data');
    mkdirSync(dir, { recursive: true });
    makeStation(dir, dice.uuid(), { enrolled, index, grants, at });
  }
}

/** Offline sign-in never runs out within a history, whatever happens to the clocks. */
const FAR = '2999-01-01T00:00:00.000Z';

interface Seat {
  readonly enrolled: EnrolAnswer;
  readonly index: number;
  readonly grants: readonly { readonly operator: Operator; readonly id: GrantId }[];
  readonly at: string;
}

function makeStation(dir: string, client: string, seat: Seat): void {
  const { enrolled, index, grants, at } = seat;
  const stores = openStores({
    dir,
    migrationsDir: CLIENT_MIGRATIONS,
    key: KEY,
    newClient: () => client as ClientId,
    wallMs: () => BEGIN_MS,
  });
  const { request: _request, ...place } = enrolled;
  const enrolment = { ...place, server: 'http://centre.example', name: `Стіл ${index}` };
  stores.intent.transact(() => {
    stores.intent.enrolment.put(enrolment, at);
    for (const [place, { operator, id }] of grants.entries()) {
      const login = OPERATORS[place]?.login ?? '';
      const known = { login, operator, grant: id, offlineUntil: FAR, verifier: cheapVerifier(login) };
      stores.intent.session.putKnown(known, at);
      if (place === index % grants.length) {
        const session = { login, operator, grant: id, offline: false, since: at };
        stores.intent.session.put(session, BEGIN_MS);
      }
    }
  });
  stores.close();
}

/** What a workstation recognises a password by, at a cost that a thousand histories can pay. */
function cheapVerifier(login: string): string {
  const salt = createHash('sha256').update(login).digest().subarray(0, 16);
  const key = scryptSync(PASSWORD, salt, 32, { N: 2, r: 1, p: 1 });
  return ['scrypt', 2, 1, 1, salt.toString('base64'), key.toString('base64')].join('$');
}
