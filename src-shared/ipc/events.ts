import { z } from 'zod';
import { RecordType } from '../record/model.ts';
import { WorkstationState } from '../session/queries.ts';
import { Settings } from '../settings/model.ts';
import { SyncStatus } from '../sync/status.ts';
import { LineState, LineSuggestion } from '../telephony/queries.ts';

/** What is told to the window without being asked. Events announce what changed; the window asks again for what it shows. */
export const events = {
  'settings.changed': Settings,
  'session.changed': WorkstationState,
  'sync.changed': SyncStatus,
  /** Records that changed, by this workstation or by the centre; an empty list of ids means "many". */
  'records.changed': z.strictObject({ types: z.array(RecordType), ids: z.array(z.string()) }),
  /** Something happened on the telephone line, or to its feed. */
  'line.changed': LineState,
  /** A link proposes a number; nothing happens until the operator wants it to. */
  'line.suggested': LineSuggestion,
  /** There may be notices not yet seen. */
  'notice.changed': z.strictObject({}),
  /** The data process ended or is back; while it is gone, typing stays in the window and is sent again. */
  'data.changed': z.strictObject({ running: z.boolean(), problem: z.string().nullable() }),
} as const satisfies Record<string, z.ZodType>;

export type Events = typeof events;
export type EventName = keyof Events;
export type EventOf<N extends EventName> = z.output<Events[N]>;
export const eventNames = Object.keys(events) as EventName[];
