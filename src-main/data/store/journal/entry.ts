import { z } from 'zod';
import { ClientId } from '../../../../src-shared/brand.ts';
import { Command } from '../../../../src-shared/command/envelope.ts';
import { parseNumber } from '../../../../src-shared/number/number.ts';
import { RecordType } from '../../../../src-shared/record/model.ts';
import type { LineSeal } from './seal.ts';

/** A waiting command with everything the outbox keeps of it. */
export const WaitingCommand = z.strictObject({
  command: Command,
  action: z.string(),
  at: z.string(),
  touches: z.array(z.strictObject({ type: RecordType, id: z.string() })),
});
export type WaitingCommand = z.infer<typeof WaitingCommand>;

/**
 * One line of the second journal. `base` begins a file: how far the client was and which numbers of the own series were given.
 * `act`: commands that have just become durable. `own`: a number of the own series
 * was given, be it on paper. `settled`: the centre has confirmed everything up to a sequence.
 */
export const JournalEntry = z.discriminatedUnion('n', [
  z.strictObject({
    n: z.literal('base'),
    client: ClientId,
    nextSeq: z.int().positive(),
    own: z.array(z.strictObject({ year: z.int(), last: z.int().nonnegative() })),
  }),
  z.strictObject({ n: z.literal('act'), commands: z.array(WaitingCommand).min(1) }),
  z.strictObject({ n: z.literal('own'), year: z.int(), last: z.int().positive() }),
  z.strictObject({ n: z.literal('settled'), client: ClientId, seq: z.int().nonnegative() }),
]);
export type JournalEntry = z.infer<typeof JournalEntry>;

/** What a journal says, read as far as it can be. */
export interface JournalContent {
  /** The client that wrote last, and the sequence it would have given next; null when no line could be read. */
  readonly last: { readonly client: ClientId; readonly nextSeq: number } | null;
  /** Commands that no line calls settled, in the order in which they were given. */
  readonly waiting: readonly WaitingCommand[];
  /** Highest serial of the own series by year. */
  readonly own: ReadonlyMap<number, number>;
  /** Lines that could not be read; a last line without its end is not counted, a power cut leaves one. */
  readonly unreadable: number;
}

/** Reads the text of a journal. Never throws: what is not whole is skipped and counted. */
export function readJournal(text: string, seal: LineSeal): JournalContent {
  const lines = text.split('\n');
  // Behind the last line break there is nothing, or a line that was never finished.
  lines.pop();
  const waiting = new Map<string, WaitingCommand>();
  const own = new Map<number, number>();
  const settled = new Map<string, number>();
  let last: JournalContent['last'] = null;
  let unreadable = 0;
  const raise = (year: number, serial: number) => own.set(year, Math.max(own.get(year) ?? 0, serial));
  const advance = (client: ClientId, nextSeq: number) => {
    last = { client, nextSeq: last?.client === client ? Math.max(last.nextSeq, nextSeq) : nextSeq };
  };
  for (const line of lines) {
    const entry = entryOf(line, seal);
    if (entry === null) unreadable += 1;
    else if (entry.n === 'settled')
      settled.set(entry.client, Math.max(settled.get(entry.client) ?? 0, entry.seq));
    else if (entry.n === 'own') raise(entry.year, entry.last);
    else if (entry.n === 'base') {
      advance(entry.client, entry.nextSeq);
      for (const { year, last: serial } of entry.own) raise(year, serial);
    } else {
      for (const given of entry.commands) {
        const { command } = given;
        waiting.set(command.id, given);
        advance(command.client, command.seq + 1);
        const number = command.minted.number === null ? null : parseNumber(command.minted.number);
        if (number !== null && number.series > 0) raise(number.year, number.serial);
      }
    }
  }
  const open = [...waiting.values()].filter(
    ({ command }) => command.seq > (settled.get(command.client) ?? 0),
  );
  return { last, waiting: open, own, unreadable };
}

function entryOf(line: string, seal: LineSeal): JournalEntry | null {
  const text = seal.open(line);
  if (text === null) return null;
  try {
    return JournalEntry.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    // Sealed by us and yet no JSON: a defect of ours, counted with the rest.
    return null;
  }
}
