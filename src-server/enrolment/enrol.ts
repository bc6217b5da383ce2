import { toInstant } from '../../src-shared/clock.ts';
import { EnrolAnswer, type EnrolRequest, PairingCode } from '../../src-shared/session/enrol.ts';
import type { Attempts } from '../account/attempts.ts';
import { slowHash } from '../account/password.ts';
import type { Context } from '../context.ts';
import { RequestRefused } from '../requestRefused.ts';
import { lockPairing, type PairingRow, usePairing } from '../store/pairing.ts';
import { keepSeries, lockProfiles, readRegion, takeSeries } from '../store/region.ts';
import type { Tx } from '../store/tables.ts';
import { inWriteTransaction } from '../store/transaction.ts';
import {
  changeSecret,
  insertWorkstation,
  listAllWorkstations,
  readWorkstation,
  type WorkstationRow,
} from '../store/workstation.ts';
import { secretHash } from './authorise.ts';
import { republishWorkstation } from './publish.ts';

/**
 * Makes a workstation known that presents a pairing code. The same `request` gets the same answer again until the workstation has used
 * its secret once, so that a lost answer does not cost a code.
 * @param address where the request came from; wrong codes slow it down
 * @throws RequestRefused `pairing_code_invalid`, `pairing_code_used`, `pairing_code_expired`, `too_many_requests`; `unauthorised` when it
 *   says it is a workstation that was shut out, or of another region
 */
export async function enrol(
  context: Context,
  attempts: Attempts,
  address: string,
  request: EnrolRequest,
): Promise<EnrolAnswer> {
  const answer = await attempts.take(address, isGuess, async () => await presentCode(context, request));
  await republishWorkstation(context, answer.workstation);
  context.log.info({ workstation: answer.workstation, region: answer.region }, 'workstation enrolled');
  return answer;
}

async function presentCode(context: Context, request: EnrolRequest): Promise<EnrolAnswer> {
  const code = PairingCode.safeParse(request.code);
  if (!code.success) throw new RequestRefused('pairing_code_invalid');
  const { db, meta } = context.store;
  const codeHash = await slowHash(code.data, meta.pairingSalt);
  return await inWriteTransaction(db, async (tx) => {
    const pairing = await lockPairing(tx, codeHash);
    if (!pairing) throw new RequestRefused('pairing_code_invalid');
    const workstation = pairing.workstation
      ? await repeatEnrolment(tx, pairing, pairing.workstation, request)
      : await makeWorkstation(tx, context, pairing, request);
    return await answerFor(tx, workstation, request);
  });
}

function isGuess(error: unknown): boolean {
  return error instanceof RequestRefused && error.code.startsWith('pairing_code_');
}

type Enrolled = WorkstationRow & { readonly unconfirmed_secret: string };

async function makeWorkstation(
  tx: Tx,
  context: Context,
  pairing: PairingRow,
  request: EnrolRequest,
): Promise<Enrolled> {
  const at = toInstant(context.now());
  if (pairing.expires_at < at) throw new RequestRefused('pairing_code_expired');
  const secret = context.random.bytes(32).toString('base64url');
  const fresh = { secret_hash: secretHash(secret), unconfirmed_secret: secret };
  const known = request.former && (await readWorkstation(tx, request.former.workstation));
  const workstation = known
    ? await letInAgain(tx, pairing.region, known, fresh)
    : await letIn(tx, context, pairing.region, request, { ...fresh, enrolled_at: at, seen_at: at });
  await usePairing(tx, pairing.code_hash, request.request, workstation.id);
  return { ...workstation, unconfirmed_secret: secret };
}

type Secret = Pick<WorkstationRow, 'secret_hash' | 'unconfirmed_secret'>;

/**
 * Somebody new or, when this centre has lost the workstation in a restore, the one it was: its commands name it, and the numbers of its
 * own series were told to callers.
 */
async function letIn(
  tx: Tx,
  { highWater, random }: Context,
  region: string,
  { former, name }: EnrolRequest,
  begun: Secret & Pick<WorkstationRow, 'enrolled_at' | 'seen_at'>,
): Promise<WorkstationRow> {
  await lockProfiles(tx, region);
  const isTaken = (series: number) => all.some((other) => other.region === region && other.series === series);
  const all = former === undefined ? [] : await listAllWorkstations(tx);
  const keepsSeries = former !== undefined && !isTaken(former.series);
  const series = keepsSeries
    ? former.series
    : await takeSeries(tx, region, () => highWater.readSeries(region));
  if (keepsSeries) await keepSeries(tx, region, series);
  // On disk before the commit: a series lost with it is left out, never given twice.
  highWater.raiseSeries(region, series);
  const id = former?.workstation ?? random.newId();
  const row = { ...begun, id, region, name, series, revoked: 0, waiting: null, oldest_waiting_at: null };
  await insertWorkstation(tx, row);
  return row;
}

/** One that is known and whose secret was lost on either side: the pairing code is the administrator's consent to a new one. */
async function letInAgain(
  tx: Tx,
  region: string,
  known: WorkstationRow,
  fresh: Secret,
): Promise<WorkstationRow> {
  if (known.revoked === 1 || known.region !== region) throw new RequestRefused('unauthorised');
  await changeSecret(tx, known.id, fresh);
  return { ...known, ...fresh };
}

async function repeatEnrolment(
  tx: Tx,
  pairing: PairingRow,
  id: string,
  request: EnrolRequest,
): Promise<Enrolled> {
  const workstation = await readWorkstation(tx, id);
  const secret = workstation?.unconfirmed_secret ?? null;
  if (!workstation || secret === null || pairing.used_by_request !== request.request) {
    throw new RequestRefused('pairing_code_used');
  }
  return { ...workstation, unconfirmed_secret: secret };
}

async function answerFor(tx: Tx, workstation: Enrolled, request: EnrolRequest): Promise<EnrolAnswer> {
  const region = await readRegion(tx, workstation.region);
  if (!region) throw new Error(`region ${workstation.region} has no profile`);
  return EnrolAnswer.parse({
    request: request.request,
    workstation: workstation.id,
    secret: workstation.unconfirmed_secret,
    region: region.id,
    regionName: region.name,
    office: region.office,
    series: workstation.series,
  });
}
