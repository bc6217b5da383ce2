import { legalDay, toInstant } from '../../src-shared/clock.ts';
import { yearsToHold } from '../../src-shared/number/lease.ts';
import type { HelloAnswer, HelloRequest, Verdict } from '../../src-shared/sync/hello.ts';
import { PROTOCOL } from '../../src-shared/sync/version.ts';
import type { Context, Workstation } from '../context.ts';
import { ensureClient, lockClient, noteProtocol } from '../store/client.ts';
import { readDurable } from '../store/durable.ts';
import { highestOfSeries } from '../store/number.ts';
import { type Life, readLife } from '../store/recovery.ts';
import type { Tx } from '../store/tables.ts';
import { inWriteTransaction } from '../store/transaction.ts';
import { readUnsentLimits } from '../store/unsentLimits.ts';
import { touchWorkstation } from '../store/workstation.ts';
import { horizonOf } from './horizon.ts';
import { leaseNumbers } from './lease.ts';
import { beginRecovery } from './recovery/begin.ts';
import { judgeClient, type Rewound } from './recovery/judgeClient.ts';

/** Protocol version from which a workstation can tell a restored server what it knows, and is told what is durable. */
const RECOVERABLE = 2;

/**
 * Where client and server stand to each other, and the numbers the client lacks. What it says may show that this server's database was
 * put back from a backup: then a recovery begins, and the answer is already one of that.
 *
 * A workstation with which no version is shared is greeted all the same: the push door never closes, only pulling answers
 * "update first" (sync specification 1.13).
 */
export async function hello(
  context: Context,
  workstation: Workstation,
  request: HelloRequest,
): Promise<HelloAnswer> {
  const protocol = Math.max(PROTOCOL[0], Math.min(PROTOCOL[1], request.protocol[1]));
  let answer = await greet(context, workstation, request, protocol);
  if ('reason' in answer) {
    await beginRecovery(context, answer.reason, { epoch: answer.epoch });
    answer = await greet(context, workstation, request, protocol);
  }
  if ('reason' in answer) throw new Error('a recovery was due and did not begin');
  if (answer.verdict.name === 'recovering') await context.recovery.endIfComplete();
  return answer;
}

async function greet(
  context: Context,
  workstation: Workstation,
  request: HelloRequest,
  protocol: number,
): Promise<HelloAnswer | Rewound> {
  return await inWriteTransaction(context.store.db, async (tx) => {
    const at = toInstant(context.now());
    await ensureClient(
      tx,
      { id: request.client, workstation: workstation.id, region: workstation.region },
      at,
    );
    const client = await lockClient(tx, request.client, at);
    if (!client) throw new Error('a client just made known is unknown');
    const spoken = isSpokenBy(request.protocol, protocol) ? protocol : 0;
    if (client.protocol !== spoken) await noteProtocol(tx, client.id, spoken);
    const life = await readLife(tx);
    const judged = await judgeClient(tx, life, workstation, client, request);
    // Before this workstation counts as seen: who is awaited is reckoned from the restored data.
    if ('reason' in judged) return judged;
    await touchWorkstation(tx, workstation.id, at, request.waiting);
    const verdict = spokenBy(protocol, judged);
    return {
      client: request.client,
      request: request.request,
      epoch: life.epoch,
      protocol,
      serverTime: at,
      lastSeq: client.last_seq,
      lastHash: client.last_hash,
      verdict,
      leases: await leasesFor(tx, context, workstation, request, life, verdict),
      series: workstation.series,
      ...(protocol < RECOVERABLE ? {} : await newerParts(tx, context, workstation, life)),
    };
  });
}

function isSpokenBy([oldest, newest]: HelloRequest['protocol'], version: number): boolean {
  return oldest <= version && version <= newest;
}

/** A workstation that cannot tell what it knows waits until it has been updated; its work goes on offline. */
function spokenBy(protocol: number, verdict: Verdict): Verdict {
  return verdict.name === 'repush' && protocol < RECOVERABLE ? { name: 'recovering' } : verdict;
}

/** A copied database asks again under its new client, and one of a lost time first tells what it knows. */
async function leasesFor(
  tx: Tx,
  context: Context,
  workstation: Workstation,
  request: HelloRequest,
  life: Life,
  verdict: Verdict,
): Promise<HelloAnswer['leases']> {
  const mayLease = verdict.name === 'ok' || verdict.name === 'resnapshot';
  return mayLease ? await leaseNumbers(tx, context, workstation, request, life.epoch) : [];
}

/** What only version 2 is told: version 1 refuses fields it does not know. */
async function newerParts(
  tx: Tx,
  context: Context,
  { region, series }: Workstation,
  life: Life,
): Promise<Pick<HelloAnswer, 'durable' | 'horizon' | 'limits' | 'ownSeries'>> {
  const years = yearsToHold(legalDay(context.now()));
  const ownSeries: { year: number; last: number }[] = [];
  for (const year of years) ownSeries.push({ year, last: await highestOfSeries(tx, region, year, series) });
  const limits = await readUnsentLimits(tx, region);
  const { days, version } = await horizonOf(context, tx, region);
  return {
    durable: await readDurable(tx, region, life.epoch),
    horizon: { days, version },
    limits,
    ownSeries,
  };
}
