import { z } from 'zod';
import type { Instant } from '../clock.ts';
import { CallEvent, EndCause } from './event.ts';
import type { LineFeed } from './line.ts';

/** Longest post that is read. */
export const MAX_CTI_BYTES = 16 * 1024;

const KINDS = {
  newCall: 'ringing',
  answer: 'answered',
  hold: 'held',
  unhold: 'resumed',
  hangup: 'ended',
} as const;

/** Senders put names where numbers are expected and the other way round; both are read as text. */
const Text = z.union([z.string(), z.number().transform(String)]);
const Seconds = z
  .union([
    z.number(),
    z
      .string()
      .trim()
      .regex(/^\d+(\.\d+)?$/)
      .transform(Number),
  ])
  .transform((seconds) => Math.max(0, Math.floor(seconds)));
const Names = z.union([Text.transform((name) => [name]), z.array(Text)]);

/** Something of no use beside the event is no reason to refuse the event. */
const spare = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined);

/** The generic form of computer telephony: what it names and we do not know is ignored. */
const CtiPost = z.object({
  event: z.enum(['newCall', 'answer', 'hold', 'unhold', 'hangup']),
  callId: Text.pipe(z.string().trim().min(1).max(200)),
  origCallId: spare(Text.pipe(z.string().trim().min(1).max(200))),
  from: Text.default(''),
  to: Text.default(''),
  direction: z.enum(['in', 'out']).catch('in'),
  queue: spare(Text),
  user: spare(Names),
  answeringNumber: spare(Text),
  cause: spare(EndCause),
  waitSeconds: spare(Seconds),
  talkSeconds: spare(Seconds),
  recordingId: spare(Text),
});

/**
 * Brings a post of the generic form into ours.
 * @param fields of its JSON, or of its form data by `fieldsOfForm`
 * @returns null when it is no event of a call
 */
export function eventOfCti(fields: unknown, feed: LineFeed, at: Instant): CallEvent | null {
  const { data } = CtiPost.safeParse(fields);
  if (data === undefined) return null;
  const { event, callId, origCallId, direction, queue, answeringNumber, recordingId, ...rest } = data;
  const cut = (text: string) => text.trim().slice(0, 80);
  const named = {
    origCallId,
    queue: queue === undefined ? undefined : cut(queue),
    operator: answeringNumber === undefined ? undefined : cut(answeringNumber),
    cause: rest.cause,
    waitSeconds: rest.waitSeconds,
    talkSeconds: rest.talkSeconds,
    recordingId: recordingId?.slice(0, 200),
  };
  const told = Object.entries(named).filter(([, value]) => value !== undefined && value !== '');
  return CallEvent.parse({
    kind: KINDS[event],
    callId,
    at,
    feed,
    direction,
    from: cut(rest.from),
    to: cut(rest.to),
    ...Object.fromEntries(told),
  });
}

/** Form data as an object: names that end in brackets are lists; of a name sent twice the last one counts. */
export function fieldsOfForm(entries: Iterable<readonly [string, string]>): Record<string, unknown> {
  const fields = new Map<string, string | string[]>();
  for (const [key, value] of entries) {
    if (!key.endsWith('[]')) {
      fields.set(key, value);
      continue;
    }
    const name = key.slice(0, -2);
    const before = fields.get(name);
    fields.set(name, [...(Array.isArray(before) ? before : []), value]);
  }
  return Object.fromEntries(fields);
}
