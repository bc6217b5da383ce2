// Workstations at the level of the protocol: enrolled, signed in, with an outbox full of commands after an outage.
import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { formatNumber } from '../../src-shared/number/number.ts';
import type { PushAnswer } from '../../src-shared/sync/push.ts';
import { MAX_BATCH_COMMANDS } from '../../src-shared/sync/version.ts';
import { aPeer, type Peer } from '../support/peer.ts';
import { aCall, COMMANDS_A_CALL } from './acts.ts';
import { serve } from './process.ts';

/** What is sent in one request, as it will go over the line. */
interface Batch {
  readonly body: Buffer;
  readonly count: number;
}

interface Station {
  readonly peer: Peer;
  readonly batches: readonly Batch[];
}

const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY });
const stations: Station[] = [];
let url = '';

const handlers = {
  /** Takes workstations into service and writes the commands of their outage. */
  async prepare(input: {
    readonly url: string;
    readonly codes: readonly string[];
    readonly commands: number;
  }) {
    url = input.url;
    for (const code of input.codes) {
      const peer = await aPeer({ url, pairingCode: async () => code });
      stations.push({ peer, batches: batchesOf(peer, input.commands) });
    }
  },
  /** Everybody sends at once, each its own batches one after the other. Milliseconds it took, and the outcomes. */
  async drain() {
    const outcomes: Record<string, number> = {};
    const began = performance.now();
    await Promise.all(stations.map((station) => drainOne(station, outcomes)));
    return { ms: performance.now() - began, outcomes };
  },
  /** Names of the commands, for counting them in the database. */
  clients: () => stations.map(({ peer }) => peer.client),
};
export type FleetHandlers = typeof handlers;
serve(handlers);

function batchesOf(peer: Peer, commands: number): Batch[] {
  const calls = Array.from({ length: commands / COMMANDS_A_CALL }, (_, index) => aCall(index));
  const numbers = numbersOf(peer);
  const made = calls.flat().map(({ kind, payload }) => {
    const minted = { number: kind === 'appeal.register' ? (numbers.next().value ?? null) : null };
    return peer.command(kind, payload as Record<string, unknown>, { minted });
  });
  const batches: Batch[] = [];
  for (let from = 0; from < made.length; from += MAX_BATCH_COMMANDS) {
    const some = made.slice(from, from + MAX_BATCH_COMMANDS);
    const body = { client: peer.client, request: randomUUID(), epoch: peer.epoch, commands: some };
    batches.push({ body: Buffer.from(JSON.stringify(body)), count: some.length });
  }
  return batches;
}

function* numbersOf({ enrolled, blocks }: Peer): Generator<string, undefined> {
  for (const { office, year, lo, hi } of blocks) {
    for (let serial = lo; serial <= hi; serial += 1) yield formatNumber({ office, year, series: 0, serial });
  }
  const year = blocks[0]?.year ?? new Date().getUTCFullYear();
  for (let serial = 1; ; serial += 1)
    yield formatNumber({ office: enrolled.office, year, series: enrolled.series, serial });
}

async function drainOne({ peer, batches }: Station, outcomes: Record<string, number>): Promise<void> {
  for (const batch of batches) {
    const { results } = await push(peer, batch);
    if (results.length !== batch.count)
      throw new Error(`${results.length} of ${batch.count} commands answered`);
    for (const { outcome } of results) outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
  }
}

/** Node's plain client: what the fleet itself costs is not to be the limit on a machine that it shares with the server. */
function push(peer: Peer, { body }: Batch): Promise<PushAnswer> {
  return new Promise((resolve, reject) => {
    const headers = {
      authorization: `Bearer ${peer.bearer}`,
      'content-type': 'application/json',
      'content-length': body.length,
    };
    const asked = request(`${url}/sync/push`, { method: 'POST', agent, headers }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('error', reject);
      answer.on('end', () => {
        const text = Buffer.concat(parts).toString();
        if (answer.statusCode === 200) resolve(JSON.parse(text) as PushAnswer);
        else reject(new Error(`push answered ${answer.statusCode}: ${text}`));
      });
    });
    asked.on('error', reject);
    asked.end(body);
  });
}
