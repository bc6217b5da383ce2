import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Command } from '../../src-shared/command/envelope.ts';
import type { PushAnswer } from '../../src-shared/sync/push.ts';
import { aCallStart, aNote } from '../support/cases.ts';
import { aPeer, type Peer } from '../support/peer.ts';
import type { TestServer } from '../support/server.ts';
import { type Bench, ENGINES, openBench } from '../support/stores.ts';

/** Printed by a failing run; HOLOS_SEED repeats it. */
const seed = Number(process.env.HOLOS_SEED ?? Date.now() % 2 ** 31);
const RUNS = 25;

/** What the network does with one batch on its way. */
interface Delivery {
  /** First command and number of commands of the batch, as a share of all. */
  readonly from: number;
  readonly size: number;
  /** Commands left out of the middle, doubled or swapped. */
  readonly damage: 'none' | 'hole' | 'double' | 'swap' | 'reverse';
  /** Sent twice at the same time, as by a client that gave up waiting. */
  readonly isTwice: boolean;
}

const delivery: fc.Arbitrary<Delivery> = fc.record({
  from: fc.double({ min: 0, max: 0.99, noNaN: true }),
  size: fc.integer({ min: 1, max: 12 }),
  damage: fc.constantFrom('none', 'hole', 'double', 'swap', 'reverse'),
  isTwice: fc.boolean(),
});

const plan = fc.record({
  kinds: fc.array(fc.constantFrom('start', 'note', 'orphan', 'unknown'), { minLength: 1, maxLength: 20 }),
  deliveries: fc.array(delivery, { maxLength: 12 }),
});

describe.each(ENGINES)('push over a bad network on %s', (engine) => {
  let bench: Bench;
  let server: TestServer;
  let enrolled: Peer;
  beforeAll(async () => {
    bench = await openBench(engine);
    server = await bench.server();
    enrolled = await aPeer(server);
  });
  afterAll(async () => await bench.end());

  test(`batches doubled, torn and out of order end with each command decided exactly once (seed ${seed})`, async () => {
    await fc.assert(
      fc.asyncProperty(plan, async ({ kinds, deliveries }) => {
        const peer = await enrolled.anotherClient();
        const commands = make(peer, kinds);
        const told = new Map<number, unknown>();
        for (const item of deliveries) {
          const batch = damaged(commands, item);
          const answers = item.isTwice
            ? await Promise.all([peer.push(batch), peer.push(batch)])
            : [await peer.push(batch)];
          for (const answer of answers) compareWithTold(told, answer);
        }
        // The network heals: everything is sent once more, in order.
        const last = await peer.push(commands);
        compareWithTold(told, last);
        expect(last.stop).toBeNull();
        expect(last.results.map((result) => result.seq)).toEqual(commands.map((command) => command.seq));
        await expectOneEffectEach(peer, commands, kinds, last);
      }),
      { seed, numRuns: RUNS },
    );
  });
});

function make(peer: Peer, kinds: readonly string[]): Command[] {
  let call: string | null = null;
  return kinds.map((kind) => {
    if (kind === 'unknown') return peer.command('call.sing', { song: 1 });
    if (kind === 'start' || (kind === 'note' && call === null)) {
      const start = aCallStart(peer);
      call = String(start.payload.call);
      return start;
    }
    return aNote(peer, kind === 'note' && call !== null ? call : randomUUID());
  });
}

function damaged(commands: readonly Command[], { from, size, damage }: Delivery): Command[] {
  const start = Math.floor(from * commands.length);
  const batch = commands.slice(start, start + size);
  const [first, second, ...rest] = batch;
  if (!first) return [...commands.slice(0, 1)];
  if (damage === 'reverse') return batch.toReversed();
  if (damage === 'double') return [first, ...batch];
  if (second && damage === 'swap') return [second, first, ...rest];
  if (second && damage === 'hole') return [first, ...rest];
  return batch;
}

/** Whatever was said once about a sequence is said for ever. */
function compareWithTold(told: Map<number, unknown>, answer: PushAnswer): void {
  expect(answer.stop?.name).not.toBe('forked');
  for (const result of answer.results) {
    if (told.has(result.seq)) expect(result).toEqual(told.get(result.seq));
    told.set(result.seq, result);
  }
}

async function expectOneEffectEach(
  peer: Peer,
  commands: Command[],
  kinds: readonly string[],
  last: PushAnswer,
) {
  const { rows, last: page } = await peer.pullAll();
  expect(page.ack).toEqual({ lastSeq: commands.length, results: last.results });
  const history = rows.filter((row) => row.type === 'history').map((row) => row.id);
  const notes = new Map<string, number>();
  for (const [index, command] of commands.entries()) {
    const outcome = last.results[index]?.outcome;
    expect(history.filter((id) => id === command.id)).toHaveLength(outcome === 'applied' ? 1 : 0);
    if (kinds[index] === 'unknown') expect(outcome).toBe('quarantined');
    if (kinds[index] === 'orphan') expect(outcome).toBe('refused');
    const call = String(command.payload.call);
    if (command.kind === 'call.note' && outcome === 'applied') notes.set(call, (notes.get(call) ?? 0) + 1);
  }
  for (const [call, count] of notes)
    expect(rows.find((row) => row.id === call)?.doc?.notes).toHaveLength(count);
}
