import { randomUUID } from 'node:crypto';
import { toInstant } from '../../src-shared/clock.ts';
import { OFFLINE_SIGN_IN_DAYS, SignInAnswer, type SignInRequest } from '../../src-shared/session/signIn.ts';
import type { Context, Workstation } from '../context.ts';
import { RequestRefused } from '../requestRefused.ts';
import { readAccount } from '../store/account.ts';
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
  const waitMs = attempts.waitMs(key);
  if (waitMs > 0) throw new RequestRefused('too_many_requests', waitMs);
  attempts.begin(key);
  const account = await readAccount(db, request.login);
  const isRight = account
    ? await verifyPassword(request.password, account.password_hash)
    : await waste(request.password);
  if (!account || !isRight) throw new RequestRefused('credentials_wrong');
  attempts.succeeded(key);
  if (account.region !== workstation.region) throw new RequestRefused('account_other_region');
  const operator = await readOperator(db, account.region, account.operator);
  if (!operator.active) throw new RequestRefused('account_disabled');

  const now = context.now();
  const at = toInstant(now);
  const offlineUntil = toInstant(now + OFFLINE_SIGN_IN_DAYS * DAY_MS);
  const grant = {
    id: randomUUID(),
    operator: operator.id,
    workstation: workstation.id,
    at,
    offline_until: offlineUntil,
  };
  await insertGrant(db, grant);
  context.log.info({ operator: operator.id, workstation: workstation.id }, 'signed in');
  return SignInAnswer.parse({
    request: request.request,
    operator,
    grant: grant.id,
    offlineUntil,
    serverTime: at,
  });
}

async function waste(password: string): Promise<false> {
  await wasteCheck(password);
  return false;
}
