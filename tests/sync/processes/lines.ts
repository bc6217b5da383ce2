import { z } from 'zod';

/** What a workstation process is started with: one argument of JSON. */
export const DeskTask = z.strictObject({
  dir: z.string(),
  key: z.string(),
  migrationsDir: z.string(),
  seed: z.string(),
  /** Place of the first act not yet answered. */
  from: z.int(),
  /** Number of this life of the process; each types a text of its own. */
  life: z.int(),
  /** Gives appeals to this operator; null for an operator who may not. */
  assignTo: z.string().nullable(),
});
export type DeskTask = z.infer<typeof DeskTask>;

/** What a workstation process says on stdout, a line each, written before it goes on. `mono` is its own clock. */
export const DeskLine = z.discriminatedUnion('t', [
  /** It is open; these drafts were found. */
  z.strictObject({
    t: z.literal('open'),
    drafts: z.array(z.strictObject({ call: z.string(), rev: z.int(), text: z.string() })),
  }),
  /** An act was answered "ok". */
  z.strictObject({
    t: z.literal('ok'),
    index: z.int(),
    commands: z.array(z.string()),
    number: z.string().nullable(),
  }),
  /** An act was refused here, with the code: nothing of it may exist. */
  z.strictObject({ t: z.literal('no'), index: z.int(), code: z.string() }),
  z.strictObject({ t: z.literal('typed'), call: z.string(), rev: z.int(), mono: z.number() }),
  /** Everything that was due by then has been done. */
  z.strictObject({ t: z.literal('alive'), mono: z.number() }),
  /** Asked to be quiet: nothing waits, and an exchange begun after the asking is complete. */
  z.strictObject({ t: z.literal('settled') }),
]);
export type DeskLine = z.infer<typeof DeskLine>;

/** The text that is on the screen at a revision of a draft. */
export function textAt(rev: number): string {
  return `${rev}: ${'слово '.repeat(rev)}`;
}
