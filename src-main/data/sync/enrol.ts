import type { z } from 'zod';
import type { Problem, ProblemCode } from '../../../src-shared/ipc/envelope.ts';
import { err, ok, type Result } from '../../../src-shared/result.ts';
import { EnrolAnswer, PairingCode } from '../../../src-shared/session/enrol.ts';
import type { EnrolInput } from '../../../src-shared/session/queries.ts';
import type { ServerErrorCode } from '../../../src-shared/sync/envelope.ts';
import type { Desk } from '../desk.ts';
import { normaliseAddress } from './address.ts';
import { ask, type Exchanged } from './exchange.ts';
import type { Transport } from './transport.ts';

/** Words of our own for what the server's codes mean to somebody who enrols or signs in. */
const PROBLEM_OF: Partial<Record<ServerErrorCode, ProblemCode>> = {
  pairing_code_invalid: 'pairingCodeInvalid',
  pairing_code_used: 'pairingCodeUsed',
  pairing_code_expired: 'pairingCodeExpired',
  credentials_wrong: 'credentialsWrong',
  account_disabled: 'accountDisabled',
  account_other_region: 'accountOtherRegion',
  too_many_requests: 'tooManyRequests',
  malformed: 'invalidInput',
  // The centre no longer knows this workstation's secret.
  unauthorised: 'notEnrolled',
};

/** The problem behind an exchange that brought no answer. */
export function problemOfExchange(exchanged: Exclude<Exchanged<never>, { kind: 'answer' }>): Problem {
  if (exchanged.kind === 'refused') {
    return { code: PROBLEM_OF[exchanged.code] ?? 'serverForeign', data: { server: exchanged.code } };
  }
  if (exchanged.kind === 'tooLarge') return { code: 'serverForeign', data: {} };
  const isForeign = exchanged.trouble === 'foreignAnswer';
  return { code: isForeign ? 'serverForeign' : 'serverUnreachable', data: { trouble: exchanged.trouble } };
}

/**
 * Enrols this workstation with a pairing code. The request id is kept before it is sent, so that after a lost answer the same
 * code typed again brings the same enrolment instead of "already used".
 */
export async function enrol(
  desk: Desk,
  transport: Transport,
  timeoutMs: number,
  input: z.output<typeof EnrolInput>,
): Promise<Result<null, Problem>> {
  const { intent } = desk.stores;
  if (intent.enrolment.get() !== null) return err({ code: 'alreadyEnrolled', data: {} });
  const server = normaliseAddress(input.server);
  if (server === null) return err({ code: 'serverAddressInvalid', data: {} });
  const code = PairingCode.safeParse(input.code);
  if (!code.success) return err({ code: 'pairingCodeInvalid', data: {} });
  const { name } = input;
  const request = intent.enrolment.requestFor(server, code.data, name, desk.newId());
  const body = { request, code: code.data, name };
  const answered = await ask({
    transport,
    server,
    path: '/enrol',
    bearer: null,
    body,
    answer: EnrolAnswer,
    timeoutMs,
    timers: desk.timers,
  });
  if (answered.kind !== 'answer') return err(problemOfExchange(answered));
  const { workstation, secret, region, regionName, office, series } = answered.value;
  const enrolment = { server, workstation, name, secret, region, regionName, office, series };
  intent.transact(() => intent.enrolment.put(enrolment, desk.time.now()));
  desk.log.info({ workstation, region }, 'enrolled');
  return ok(null);
}
