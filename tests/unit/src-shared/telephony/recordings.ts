import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Instant, toEpochMs, toInstant } from '../../../../src-shared/clock.ts';
import type { TrackedCall } from '../../../../src-shared/telephony/call.ts';
import { eventOfCti } from '../../../../src-shared/telephony/cti.ts';
import type { CallEvent } from '../../../../src-shared/telephony/event.ts';
import { applyEvent, RING_LIMIT_MS, settleRinging } from '../../../../src-shared/telephony/machine.ts';

const FOLDER = join(import.meta.dirname, '../../../fixtures/telephony');

/** Posts of real exchanges as they were received, invented numbers, by the name of the file. */
export const recordings: ReadonlyMap<string, readonly CallEvent[]> = new Map(
  readdirSync(FOLDER)
    .filter((name) => name.endsWith('.jsonl'))
    .map((name) => [name.replace('.jsonl', ''), eventsOf(readFileSync(join(FOLDER, name), 'utf8'))]),
);

function eventsOf(text: string): CallEvent[] {
  return text
    .trim()
    .split('\n')
    .map((line) => {
      const { receivedAt, body } = JSON.parse(line) as { receivedAt: Instant; body: unknown };
      const event = eventOfCti(body, 'loopback', receivedAt);
      if (event === null) throw new Error(`not understood: ${line}`);
      return event;
    });
}

/** The events of a recording by name. */
export function recording(name: string): readonly CallEvent[] {
  const events = recordings.get(name);
  if (events === undefined) throw new Error(`no recording ${name}`);
  return events;
}

/** What is left when all of it has come, and everything that may still ring has stopped. */
export function callsAfter(events: readonly CallEvent[], own: string | null = null): readonly TrackedCall[] {
  const calls = events.reduce<readonly TrackedCall[]>((before, event) => applyEvent(before, event, own), []);
  const last = events.at(-1)?.at;
  if (last === undefined) return calls;
  return settleRinging(calls, toInstant(toEpochMs(last) + 3600_000 + RING_LIMIT_MS));
}
