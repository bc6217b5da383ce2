import { z } from 'zod';
import { Problem } from '../../src-shared/ipc/envelope.ts';
import { eventNames } from '../../src-shared/ipc/events.ts';

/** Everything the data process is told at its start. The key never lies on disk in this form; it comes over the port. */
export const StartOptions = z.strictObject({
  /** Folder of `intent.db` and `records.db`; made if absent. */
  dir: z.string().min(1),
  /** The folder `migrations/client`, with `intent/` and `records/` in it. */
  migrationsDir: z.string().min(1),
  /** The store's 32-byte key as 64 hexadecimal digits. */
  key: z.string().regex(/^[0-9a-f]{64}$/),
  /** Path of another SQLite binding; only the fallback runtime needs one. */
  nativeBinding: z.string().min(1).optional(),
  appVersion: z.string().min(1).max(40),
  /** True when the key lies in a file because the system offers no protected store. */
  keyUnprotected: z.boolean(),
});
export type StartOptions = z.infer<typeof StartOptions>;

/**
 * Main process to data process. `start` comes first, once. A call is answered by its `id`, in any order.
 * `nudge` (resume, unlock, network change, focus) asks for an exchange with the centre at once.
 * `stop` closes the stores; what is still to be sent stays in the outbox.
 */
export const ToDataProcess = z.union([
  z.strictObject({ start: StartOptions }),
  z.strictObject({ id: z.int().nonnegative(), name: z.string().max(60), input: z.unknown() }),
  z.strictObject({ nudge: z.literal(true) }),
  z.strictObject({ stop: z.literal(true) }),
]);
export type ToDataProcess = z.infer<typeof ToDataProcess>;

/** Answer to one call, in the shape the window gets it. */
export const AnswerShape = z.union([
  z.strictObject({ ok: z.literal(true), value: z.unknown() }),
  z.strictObject({ ok: z.literal(false), error: Problem }),
]);

/**
 * Data process to main process. `started` or `failed` answers `start`; after `failed` (a store that cannot be opened, named by
 * its problem code) nothing is running and only `stop` is answered. `stopped` means every file is closed.
 */
export const FromDataProcess = z.union([
  z.strictObject({ started: z.literal(true) }),
  z.strictObject({ failed: Problem }),
  z.strictObject({ id: z.int().nonnegative(), answer: AnswerShape }),
  z.strictObject({ event: z.enum(eventNames as [string, ...string[]]), payload: z.unknown() }),
  z.strictObject({ stopped: z.literal(true) }),
]);
export type FromDataProcess = z.infer<typeof FromDataProcess>;

/**
 * What both ends of the port need of it: Electron's `process.parentPort` (whose messages come wrapped as `{data}`), its
 * `MessagePortMain`, and Node's `MessagePort` all fit.
 */
export interface DataPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (message: unknown) => void): unknown;
}
