import { toInstant } from '../../src-shared/clock.ts';
import { Operator } from '../../src-shared/operator/model.ts';
import { AdminRefused } from '../admin/adminRefused.ts';
import type { Context } from '../context.ts';
import { insertAccount, listAccounts, readAccount, updatePassword } from '../store/account.ts';
import { readDocuments, recordKey } from '../store/record.ts';
import { readRegion } from '../store/region.ts';
import type { Db } from '../store/tables.ts';
import { inWriteTransaction } from '../store/transaction.ts';
import { hashPassword } from './password.ts';
import { publishOperator } from './publish.ts';

/** What a new account is made of. `id` only for accounts that have the same one everywhere, such as those of the demo. */
export interface NewAccount {
  readonly id?: string | undefined;
  readonly region: string;
  readonly login: string;
  readonly name: string;
  readonly role: string;
  readonly password: string;
}

/** An account as listed: the secret part stays in the store. */
export interface AccountLine {
  readonly login: string;
  readonly operator: Operator;
}

/**
 * Creates an account and its `operator` record.
 * @throws AdminRefused when the login is taken or the region unknown
 */
export async function addAccount(context: Context, account: NewAccount): Promise<Operator> {
  const { db } = context.store;
  const { region } = account;
  if (!(await readRegion(db, region))) throw new AdminRefused(`There is no region "${region}".`);
  const operator = Operator.parse({
    id: account.id ?? context.random.newId(),
    region,
    name: account.name,
    role: account.role,
    active: true,
  });
  // Hashing takes a while: it comes before the region's counter is taken.
  const password_hash = await hashPassword(account.password);
  const at = toInstant(context.now());
  const version = await inWriteTransaction(db, async (tx) => {
    if (await readAccount(tx, account.login))
      throw new AdminRefused(`The login "${account.login}" is taken.`);
    await insertAccount(tx, {
      operator: operator.id,
      region,
      login: account.login,
      password_hash,
      created_at: at,
    });
    return await publishOperator(tx, operator, at, context.random);
  });
  context.wakes.announce({ region, version });
  return operator;
}

/**
 * Changes whether somebody may sign in. What they have done or still send stays valid.
 * @throws AdminRefused when there is no such login
 */
export async function setAccountActive(context: Context, login: string, active: boolean): Promise<Operator> {
  const { db } = context.store;
  const account = await readAccount(db, login);
  if (!account) throw new AdminRefused(`There is no account "${login}".`);
  const at = toInstant(context.now());
  const done = await inWriteTransaction(db, async (tx) => {
    const operator = { ...(await readOperator(tx, account.region, account.operator)), active };
    return { operator, version: await publishOperator(tx, operator, at, context.random) };
  });
  context.wakes.announce({ region: account.region, version: done.version });
  return done.operator;
}

/**
 * Gives an account a new password; grants and offline sign-ins of the old one run out by themselves.
 * @throws AdminRefused when there is no such login
 */
export async function setPassword(context: Context, login: string, password: string): Promise<void> {
  const { db } = context.store;
  const account = await readAccount(db, login);
  if (!account) throw new AdminRefused(`There is no account "${login}".`);
  await updatePassword(db, account.operator, await hashPassword(password));
}

/** The accounts of a region by login. */
export async function accountLines(db: Db, region: string): Promise<AccountLine[]> {
  const accounts = await listAccounts(db, region);
  const documents = await readDocuments(
    db,
    region,
    accounts.map((account) => ({ type: 'operator', id: account.operator }) as const),
  );
  return accounts.map((account) => ({
    login: account.login,
    operator: Operator.parse(documents.get(recordKey({ type: 'operator', id: account.operator }))),
  }));
}

/** The public part of an account. */
export async function readOperator(db: Db, region: string, id: string): Promise<Operator> {
  const ref = { type: 'operator', id } as const;
  return Operator.parse((await readDocuments(db, region, [ref])).get(recordKey(ref)));
}
