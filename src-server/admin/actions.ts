import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { RegionId } from '../../src-shared/brand.ts';
import { toInstant } from '../../src-shared/clock.ts';
import { Role } from '../../src-shared/operator/model.ts';
import { Month } from '../../src-shared/report/month.ts';
import { monthText } from '../../src-shared/report/monthText.ts';
import { Language } from '../../src-shared/settings/model.ts';
import { UnsentLimits } from '../../src-shared/sync/unsent.ts';
import { accountLines, addAccount, setAccountActive, setPassword } from '../account/account.ts';
import type { Context } from '../context.ts';
import { makePairingCode } from '../enrolment/pair.ts';
import { republishWorkstation } from '../enrolment/publish.ts';
import { monthFigures } from '../report/month.ts';
import { listQuarantined } from '../store/quarantine.ts';
import { listRegions, setHorizonDays } from '../store/region.ts';
import { inWriteTransaction } from '../store/transaction.ts';
import { readUnsentLimits, writeUnsentLimits } from '../store/unsentLimits.ts';
import { listWorkstations, revokeWorkstation } from '../store/workstation.ts';
import { redecide } from '../sync/redecide.ts';
import { AdminRefused } from './adminRefused.ts';
import { backUp, vouchFor } from './backup.ts';
import { ensureDemo } from './demo.ts';
import { DEMO_DIRECTORY } from './demoDirectory.ts';
import { importDirectory, importDirectoryFile } from './directory.ts';
import { readLedger } from './ledger.ts';
import { importOutbox, OutboxImport } from './outbox.ts';
import { beginByHand, closeByHand, recoveryStatus } from './recovery.ts';
import { addRegion, NewRegion, regionMeant } from './region.ts';

/** One act of an administrator: what it takes and what it does. */
interface Action {
  readonly input: z.ZodType;
  run(context: Context, input: unknown): Promise<unknown>;
}

function define<S extends z.ZodType>(
  input: S,
  run: (context: Context, input: z.infer<S>) => Promise<unknown>,
): Action {
  return { input, run: async (context, value) => await run(context, input.parse(value)) };
}

const region = z.string().optional();
const login = z.string().trim().toLowerCase().min(1).max(60);
const password = z.string().min(10, 'a password has at least 10 characters').max(200);

/** Every act there is, by the words of the command line joined with a dot. */
const actions: Readonly<Record<string, Action>> = {
  pair: define(z.strictObject({ region }), async (context, input) => {
    return await makePairingCode(context, (await regionMeant(context.store.db, input.region)).id);
  }),
  'region.add': define(NewRegion, addRegion),
  'region.horizon': define(
    z.strictObject({ region, days: z.coerce.number().int().min(30).max(36_500) }),
    async (context, { days, ...input }) => {
      const { id } = await regionMeant(context.store.db, input.region);
      await inWriteTransaction(context.store.db, async (tx) => await setHorizonDays(tx, id, days));
      return { region: id, days };
    },
  ),
  // A file of settlements and streets: UTF-8, semicolons; again and again without harm.
  'directory.import': define(
    z.strictObject({ region, file: z.string().min(1) }),
    async (context, { region: id, file }) =>
      await importDirectoryFile(context, RegionId.parse((await regionMeant(context.store.db, id)).id), file),
  ),
  // A few renamed streets to try the directory with; never more than a sample.
  'directory.sample': define(
    z.strictObject({ region }),
    async (context, { region: id }) =>
      await importDirectory(
        context,
        RegionId.parse((await regionMeant(context.store.db, id)).id),
        DEMO_DIRECTORY,
      ),
  ),
  'region.list': define(z.strictObject({}), async (context) => await listRegions(context.store.db)),
  // In minutes: up to which age unsent work is normal, and from which it alarms.
  'region.limits': define(
    z.strictObject({
      region,
      calm: z.coerce.number().pipe(UnsentLimits.shape.calmMinutes).optional(),
      warn: z.coerce.number().pipe(UnsentLimits.shape.warnMinutes).optional(),
    }),
    async (context, { region: id, calm, warn }) => {
      const { db } = context.store;
      const meant = await regionMeant(db, id);
      const set = await readUnsentLimits(db, meant.id);
      const limits = { calmMinutes: calm ?? set.calmMinutes, warnMinutes: warn ?? set.warnMinutes };
      if (limits.warnMinutes < limits.calmMinutes)
        throw new AdminRefused('The limit of the alarm lies below that of the reminder.');
      await writeUnsentLimits(db, meant.id, limits);
      return limits;
    },
  ),
  'account.add': define(
    z.strictObject({
      region,
      login,
      name: z.string().trim().min(1).max(200),
      role: Role,
      password: password.optional(),
      // For an account that a restore has lost: what its owner did names this id.
      id: z.uuid().optional(),
    }),
    async (context, input) => {
      const secret = input.password ?? randomBytes(12).toString('base64url');
      const meant = await regionMeant(context.store.db, input.region);
      const operator = await addAccount(context, { ...input, region: meant.id, password: secret });
      await context.recovery.endIfComplete();
      return {
        ...operator,
        login: input.login,
        ...(input.password === undefined ? { password: secret } : {}),
      };
    },
  ),
  'account.list': define(z.strictObject({ region }), async (context, input) => {
    const lines = await accountLines(
      context.store.db,
      (await regionMeant(context.store.db, input.region)).id,
    );
    return lines.map(({ login, operator }) => ({ login, ...operator }));
  }),
  'account.disable': define(
    z.strictObject({ login }),
    async (context, input) => await setAccountActive(context, input.login, false),
  ),
  'account.enable': define(
    z.strictObject({ login }),
    async (context, input) => await setAccountActive(context, input.login, true),
  ),
  'account.password': define(z.strictObject({ login, password }), async (context, input) => {
    await setPassword(context, input.login, input.password);
    return { login: input.login };
  }),
  'workstation.list': define(z.strictObject({ region }), async (context, input) => {
    const rows = await listWorkstations(
      context.store.db,
      (await regionMeant(context.store.db, input.region)).id,
    );
    return rows.map(({ id, name, series, enrolled_at, seen_at, revoked }) => ({
      id,
      name,
      series,
      enrolledAt: enrolled_at,
      seenAt: seen_at,
      revoked: revoked === 1,
    }));
  }),
  'workstation.revoke': define(z.strictObject({ id: z.uuid() }), async (context, input) => {
    if (!(await revokeWorkstation(context.store.db, input.id)))
      throw new AdminRefused(`There is no workstation ${input.id}.`);
    await republishWorkstation(context, input.id);
    // A recovery may have waited for it alone.
    await context.recovery.endIfComplete();
    return { id: input.id, revoked: true };
  }),
  numbers: define(z.strictObject({ region }), async (context, input) => {
    return await readLedger(context.store.db, (await regionMeant(context.store.db, input.region)).id);
  }),
  quarantine: define(z.strictObject({ region }), async (context, input) => {
    const rows = await listQuarantined(
      context.store.db,
      (await regionMeant(context.store.db, input.region)).id,
    );
    // The body stays in the store: it holds what a caller said.
    return rows.map(({ body: _body, ...row }) => row);
  }),
  'quarantine.retry': define(z.strictObject({ region }), async (context, input) => {
    return await redecide(context, await regionMeant(context.store.db, input.region));
  }),
  backup: define(z.strictObject({ to: z.string().min(1) }), async (context, input) => {
    return await backUp(context, input.to);
  }),
  'backup.verified': define(z.strictObject({ at: z.iso.datetime() }), async (context, input) => {
    return await vouchFor(context, toInstant(Date.parse(input.at)));
  }),
  'recovery.begin': define(z.strictObject({}), async (context) => await beginByHand(context)),
  'recovery.status': define(z.strictObject({}), async (context) => await recoveryStatus(context)),
  'recovery.close': define(z.strictObject({}), async (context) => await closeByHand(context)),
  'outbox.import': define(OutboxImport, importOutbox),
  demo: define(z.strictObject({}), ensureDemo),
  report: define(
    z.strictObject({ region, month: Month, language: Language.optional() }),
    async (context, { month, language, ...input }) => {
      const meant = await regionMeant(context.store.db, input.region);
      const figures = await monthFigures(context.store, meant.id, month);
      return language === undefined ? figures : monthText(figures, language);
    },
  ),
};

/**
 * Does one act.
 * @throws AdminRefused with a sentence, for an unknown act and a wrong input too
 */
export async function runAction(context: Context, name: string, input: unknown): Promise<unknown> {
  const action = Object.hasOwn(actions, name) ? actions[name] : undefined;
  if (!action)
    throw new AdminRefused(
      `Unknown command "${name.replace('.', ' ')}"; there are: ${actionNames().join(', ')}.`,
    );
  const parsed = action.input.safeParse(input);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(
      (issue) => `--${issue.path.join('-') || 'option'}: ${issue.message}`,
    );
    throw new AdminRefused(problems.join('; '));
  }
  return await action.run(context, input);
}

/** The acts as they are typed. */
export function actionNames(): string[] {
  return Object.keys(actions).map((name) => name.replace('.', ' '));
}
