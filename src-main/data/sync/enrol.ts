import { z } from 'zod';
import type { Problem, ProblemCode } from '../../../src-shared/ipc/envelope.ts';
import { err, ok, type Result } from '../../../src-shared/result.ts';
import { EnrolAnswer, type EnrolRequest, PairingCode } from '../../../src-shared/session/enrol.ts';
import type { EnrolInput } from '../../../src-shared/session/queries.ts';
import type { ServerErrorCode } from '../../../src-shared/sync/envelope.ts';
import type { Desk } from '../desk.ts';
import type { Enrolment } from '../store/intent/enrolment.ts';
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

/** How to reach the centre while an operator waits. */
interface Way {
  readonly desk: Desk;
  readonly transport: Transport;
  readonly timeoutMs: number;
}

/**
 * Enrols this workstation with a pairing code. The request id is kept before it is sent, so that after a lost answer the same
 * code typed again brings the same enrolment instead of "already used". One that is enrolled may be so again only where the centre no
 * longer knows it, as the one it was: everything it holds stays and is delivered (sync specification, case 26).
 */
export async function enrol(
  desk: Desk,
  transport: Transport,
  timeoutMs: number,
  input: z.output<typeof EnrolInput>,
): Promise<Result<null, Problem>> {
  const { intent } = desk.stores;
  const server = normaliseAddress(input.server);
  if (server === null) return err({ code: 'serverAddressInvalid', data: {} });
  const way = { desk, transport, timeoutMs };
  const before = intent.enrolment.get();
  if (before !== null) {
    const known = await isKnownAt(way, server, before);
    if (!known.ok) return known;
    if (known.value) return moveTo(desk, server, before);
  }
  const code = PairingCode.safeParse(input.code);
  if (!code.success) return err({ code: 'pairingCodeInvalid', data: {} });
  return await presentCode(way, server, code.data, input.name, before);
}

async function presentCode(
  { desk, transport, timeoutMs }: Way,
  server: string,
  code: string,
  name: string,
  before: Enrolment | null,
): Promise<Result<null, Problem>> {
  const { intent } = desk.stores;
  const request = intent.enrolment.requestFor(server, code, name, desk.newId());
  const former =
    before === null ? {} : { former: { workstation: before.workstation, series: before.series } };
  const body: EnrolRequest = { request, code, name, ...former };
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
  // What waits here names its region and its workstation: it could not be delivered as anybody else.
  if (before !== null && (workstation !== before.workstation || region !== before.region))
    return err({ code: 'serverForeign', data: {} });
  const enrolment = { server, workstation, name, secret, region, regionName, office, series };
  intent.transact(() => intent.enrolment.put(enrolment, desk.time.now()));
  desk.log.info({ workstation, region, again: before !== null }, 'enrolled');
  return ok(null);
}

/** Whether a centre knows this workstation's secret. Who asks is proved before the body is read: an empty one tells without a trace. */
async function isKnownAt(
  { desk, transport, timeoutMs }: Way,
  server: string,
  { workstation, secret }: Enrolment,
): Promise<Result<boolean, Problem>> {
  const { client } = desk.stores.intent.identity.get();
  const answered = await ask({
    transport,
    server,
    path: '/sync/hello',
    bearer: `${workstation}.${secret}`,
    body: { request: desk.newId(), client },
    answer: z.never(),
    timeoutMs,
    timers: desk.timers,
  });
  if (answered.kind === 'refused' && answered.code === 'malformed') return ok(true);
  if (answered.kind === 'refused' && answered.code === 'unauthorised') return ok(false);
  return answered.kind === 'answer'
    ? err({ code: 'serverForeign', data: {} })
    : err(problemOfExchange(answered));
}

/** The centre knows us, at another address than before. */
function moveTo(desk: Desk, server: string, before: Enrolment): Result<null, Problem> {
  const { intent } = desk.stores;
  if (server === before.server) return err({ code: 'alreadyEnrolled', data: {} });
  intent.transact(() => intent.enrolment.put({ ...before, server }, desk.time.now()));
  desk.log.info({ workstation: before.workstation }, 'the centre is found at another address');
  return ok(null);
}
