import { toInstant } from '../../src-shared/clock.ts';
import { OFFLINE_SIGN_IN_DAYS, SignInAnswer, type SignInRequest } from '../../src-shared/session/signIn.ts';
import type { Context, Workstation } from '../context.ts';
import { RequestRefused } from '../requestRefused.ts';
import { type AccountRow, readAccount } from '../store/account.ts';
import { insertGrant } from '../store/grant.ts';
import { readOperator } from './account.ts';
import type { Attempts } from './attempts.ts';
import { verifyPassword, wasteCheck } from './password.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Signs an operator in on a workstation of the same region and leaves a grant, which authorises what this operator does there.
 * @throws RequestRefused `credentials_wrong`, `account_disabled`, `account_other_region`, `too_many_requests`
 */
export async function signIn(
  context: Context,
  attempts: Attempts,
  workstation: Workstation,
  request: SignInRequest,
): Promise<SignInAnswer> {
  const { db } = context.store;
  const key = `${workstation.id}/${request.login}`;
  const account = await attempts.take(key, isWrong, async () => await checkPassword(context, request));
  if (account.region !== workstation.region) throw new RequestRefused('account_other_region');
  const operator = await readOperator(db, account.region, account.operator);
  if (!operator.active) throw new RequestRefused('account_disabled');

  const now = context.now();
  const at = toInstant(now);
  const offlineUntil = toInstant(now + OFFLINE_SIGN_IN_DAYS * DAY_MS);
  const grant = context.random.newUuid();
  await insertGrant(db, {
    id: grant,
    operator: operator.id,
    workstation: workstation.id,
    at,
    offline_until: offlineUntil,
  });
  context.log.info({ operator: operator.id, workstation: workstation.id }, 'signed in');
  return SignInAnswer.parse({ request: request.request, operator, grant, offlineUntil, serverTime: at });
}

async function checkPassword(context: Context, request: SignInRequest): Promise<AccountRow> {
  const account = await readAccount(context.store.db, request.login);
  if (!account) await wasteCheck(request.password);
  else if (await verifyPassword(request.password, account.password_hash)) return account;
  throw new RequestRefused('credentials_wrong');
}

function isWrong(error: unknown): boolean {
  return error instanceof RequestRefused && error.code === 'credentials_wrong';
}
