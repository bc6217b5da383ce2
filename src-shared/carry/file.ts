import { z } from 'zod';
import { ClientId, RegionId, WorkstationId } from '../brand.ts';
import { Instant } from '../clock.ts';
import { canonicalJson } from '../command/canonical.ts';
import { Command } from '../command/envelope.ts';

/** Version of the file this build writes; it reads this one and none above it. */
export const CARRY_VERSION = 1;
/** How the name of such a file ends. */
export const CARRY_EXTENSION = 'holos-outbox';
/** Longest file taken in, in bytes. */
export const CARRY_MOST_BYTES = 256 * 1024 * 1024;
/** Cost of deriving the key from the passphrase: about half a second and 64 MiB. */
export const CARRY_COST = { N: 2 ** 16, r: 8, p: 1 } as const;

const base64 = z.base64();

/**
 * Unsent commands on their way from one workstation to another, or to the server, as one file of JSON. Everything but `data` stands in
 * the clear and is bound to the content: a head that was changed opens nothing.
 */
export const CarryFile = z.strictObject({
  holos: z.literal('outbox'),
  version: z.literal(CARRY_VERSION),
  /** Bounded, so that a hostile file cannot ask for all memory and time. */
  kdf: z.strictObject({
    name: z.literal('scrypt'),
    N: z.union([z.literal(2 ** 15), z.literal(2 ** 16), z.literal(2 ** 17)]),
    r: z.literal(8),
    p: z.literal(1),
    salt: base64,
  }),
  cipher: z.literal('aes-256-gcm'),
  nonce: base64,
  /** Sealed, compressed JSON of a `CarryContent`; the last 16 bytes are the tag. */
  data: base64,
});
export type CarryFile = z.infer<typeof CarryFile>;

/** What is sealed in the file: commands client by client, each in sequence, exactly as they would have been pushed. */
export const CarryContent = z.strictObject({
  region: RegionId,
  workstation: WorkstationId,
  /** Name of the workstation, as its people know it. */
  name: z.string(),
  at: Instant,
  groups: z.array(z.strictObject({ client: ClientId, commands: z.array(Command).min(1) })),
});
export type CarryContent = z.infer<typeof CarryContent>;

/** What the seal binds beside the content. */
export function boundPart({ data: _data, ...head }: CarryFile): string {
  return canonicalJson(head);
}

/** What a file is before its passphrase is asked for. */
export type CarryReading =
  | { readonly kind: 'ours'; readonly file: CarryFile }
  | { readonly kind: 'newer' }
  | { readonly kind: 'foreign' };

/** Reads the text of a file. Anything that is not ours is `foreign`, never an exception. */
export function readCarryFile(text: string): CarryReading {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { kind: 'foreign' };
  }
  const file = CarryFile.safeParse(json);
  if (file.success) return { kind: 'ours', file: file.data };
  const head = z.object({ holos: z.literal('outbox'), version: z.int() }).safeParse(json);
  return head.success && head.data.version > CARRY_VERSION ? { kind: 'newer' } : { kind: 'foreign' };
}

/** Digits of a passphrase made here, in groups that can be read over the telephone. */
const DIGITS = 24;
const GROUP = 4;

/** Writes random bytes as a passphrase: `1234-5678-…`. @param bytes at least 24; each gives one digit, without bias */
export function passphraseOf(bytes: Iterable<number>): string | null {
  const digits = [...bytes].filter((byte) => byte < 250).map((byte) => byte % 10);
  if (digits.length < DIGITS) return null;
  const groups = Array.from({ length: DIGITS / GROUP }, (_, index) =>
    digits.slice(index * GROUP, (index + 1) * GROUP).join(''),
  );
  return groups.join('-');
}

/** The passphrase as it counts: for digits, however they were spoken and grouped; for words, as they are. */
export function plainPassphrase(text: string): string {
  const tight = text.normalize('NFC').replace(/[\s-]/g, '');
  return /^\d+$/.test(tight) ? tight : text.normalize('NFC').trim();
}
