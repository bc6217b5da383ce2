import type { z } from 'zod';
import { toEpochMs } from '../../../src-shared/clock.ts';
import type { Problem } from '../../../src-shared/ipc/envelope.ts';
import { err, ok, type Result } from '../../../src-shared/result.ts';
import type { SignInInput } from '../../../src-shared/session/queries.ts';
import { SignInAnswer } from '../../../src-shared/session/signIn.ts';
import type { Desk } from '../desk.ts';
import type { Enrolment } from '../store/intent/enrolment.ts';
import type { Session } from '../store/intent/session.ts';
import { problemOfExchange } from '../sync/enrol.ts';
import { ask } from '../sync/exchange.ts';
import type { Transport } from '../sync/transport.ts';
import { makeVerifier, matchesVerifier } from './verifier.ts';

/** Wrong passwords without the centre before each further try costs a pause. */
const FREE_FAILURES = 5;
/** That pause, in milliseconds. */
const FAILURE_PAUSE_MS = 60_000;

type Credentials = z.output<typeof SignInInput>;

/**
 * Signs an operator in: by the centre, or by this workstation alone when the centre cannot be reached and the operator has
 * signed in here before, for a limited time by the server's clock. What the centre refuses is refused.
 */
export async function signIn(
  desk: Desk,
  transport: Transport,
  timeoutMs: number,
  input: Credentials,
): Promise<Result<Session, Problem>> {
  const { intent } = desk.stores;
  const enrolment = intent.enrolment.get();
  if (enrolment === null) return err({ code: 'notEnrolled', data: {} });
  const credentials = { login: input.login.trim().toLowerCase(), password: input.password };
  const online = await askToSignIn(desk, transport, timeoutMs, enrolment, credentials);
  if (online.kind === 'answer') return ok(await begin(desk, credentials, online.value));
  const problem = problemOfExchange(online);
  if (online.kind !== 'trouble') {
    if (problem.code === 'accountDisabled') intent.session.expire(credentials.login);
    return err(problem);
  }
  return signInOffline(desk, credentials);
}

function askToSignIn(
  desk: Desk,
  transport: Transport,
  timeoutMs: number,
  enrolment: Enrolment,
  credentials: Credentials,
) {
  return ask({
    transport,
    server: enrolment.server,
    path: '/session',
    bearer: `${enrolment.workstation}.${enrolment.secret}`,
    body: { request: desk.newId(), ...credentials },
    answer: SignInAnswer,
    timeoutMs,
    timers: desk.timers,
  });
}

async function begin(desk: Desk, { login, password }: Credentials, answer: SignInAnswer): Promise<Session> {
  const { intent } = desk.stores;
  const { operator, grant, offlineUntil } = answer;
  const verifier = await makeVerifier(password);
  const session: Session = { login, operator, grant, offline: false, since: desk.time.now() };
  intent.transact(() => {
    const serverMs = toEpochMs(answer.serverTime);
    intent.identity.setClock(desk.time.wallMs() - serverMs, serverMs);
    intent.session.putKnown({ login, operator, grant, offlineUntil, verifier }, desk.time.now());
    intent.session.put(session, desk.time.wallMs());
  });
  return session;
}

async function signInOffline(
  desk: Desk,
  { login, password }: Credentials,
): Promise<Result<Session, Problem>> {
  const { intent } = desk.stores;
  const known = intent.session.knownByLogin(login);
  if (known === null) return err({ code: 'credentialsUnknownOffline', data: {} });
  const pausedFor = known.lastFailureMs + FAILURE_PAUSE_MS - desk.time.wallMs();
  if (known.failures >= FREE_FAILURES && pausedFor > 0 && pausedFor <= FAILURE_PAUSE_MS) {
    return err({ code: 'tooManyRequests', data: { seconds: Math.ceil(pausedFor / 1000) } });
  }
  if (!(await matchesVerifier(password, known.verifier))) {
    intent.session.noteFailure(login, desk.time.wallMs());
    return err({ code: 'credentialsWrong', data: {} });
  }
  if (desk.time.serverMs() >= toEpochMs(known.offlineUntil))
    return err({ code: 'offlineSignInExpired', data: {} });
  const { operator, grant } = known;
  const session: Session = { login, operator, grant, offline: true, since: desk.time.now() };
  intent.transact(() => {
    intent.session.forgive(login);
    intent.session.put(session, desk.time.wallMs());
  });
  return ok(session);
}
