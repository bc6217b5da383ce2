import { z } from 'zod';
import { CallId } from '../brand.ts';
import { Instant } from '../clock.ts';
import { TrackedCall } from './call.ts';

/** The port at which telephone programs of this machine find us unless another one is chosen. */
export const DEFAULT_LINE_PORT = 38080;
export const LinePort = z.int().min(1024).max(65_535);

/**
 * How the workstation's ear stands: `off`; `waiting` for its first event; `hearing` events; `taken`, another program holds the port, and
 * calls are begun by hand until it is free.
 */
export const LineHealth = z.enum(['off', 'waiting', 'hearing', 'taken']);
export type LineHealth = z.infer<typeof LineHealth>;

/** The feed of the telephone line, as the settings show it. */
export const LineFeedState = z.strictObject({
  isOn: z.boolean(),
  port: LinePort,
  /** This workstation's telephone as the line calls it; null: every event is ours. */
  own: z.string().nullable(),
  health: LineHealth,
  lastEventAt: Instant.nullable(),
});
export type LineFeedState = z.infer<typeof LineFeedState>;

/** A call nobody answered: an entry of its own, no call record. */
export const MissedCall = z.strictObject({
  id: z.string(),
  /** As the line sent it. */
  from: z.string(),
  at: Instant,
});
export type MissedCall = z.infer<typeof MissedCall>;

/** line.state, and what line.changed tells. */
export const LineState = z.strictObject({
  feed: LineFeedState,
  /** Calls somebody may be on, and ended ones whose record is not finished, oldest first. */
  calls: z.array(TrackedCall),
  /** Of the present legal day, newest first. */
  missed: z.array(MissedCall),
  missedToday: z.int().nonnegative(),
});
export type LineState = z.infer<typeof LineState>;

/** line.set: only what is given changes. */
export const LineSetInput = z.strictObject({
  isOn: z.boolean().optional(),
  port: LinePort.optional(),
  own: z.string().trim().max(80).nullable().optional(),
});

/** line.token: what a telephone program is given; shown on demand only. */
export const LineToken = z.strictObject({ token: z.string(), port: LinePort });
export type LineToken = z.infer<typeof LineToken>;

/** Names a tracked call. */
export const LineCallInput = z.strictObject({ id: z.string().min(1).max(220) });

/** line.attach: the record a call of the line belongs to. */
export const LineAttachInput = LineCallInput.extend({ call: CallId });

/**
 * line.settle: what the operator says of a call. `ended`: the talk is over and the line did not tell; `talking`: it goes on;
 * `dismissed`: nothing is to be recorded of it.
 */
export const LineSettleInput = LineCallInput.extend({ as: z.enum(['ended', 'talking', 'dismissed']) });

/** phone.dial: hands a number to the system's telephone; only one in the international form, and only on a press. */
export const DialInput = z.strictObject({ phone: z.string().regex(/^\+\d{6,15}$/) });
export const DialOutput = z.strictObject({ handedOn: z.boolean() });

/** What a link proposes. */
export const LineSuggestion = z.strictObject({ from: z.string().max(80), at: Instant });
export type LineSuggestion = z.infer<typeof LineSuggestion>;

/** line.suggestion: what a link proposed a moment ago, before the window could be told; asked once. */
export const LineSuggestionOutput = z.strictObject({ suggestion: LineSuggestion.nullable() });
