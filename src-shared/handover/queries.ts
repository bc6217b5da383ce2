import { z } from 'zod';
import { HandoverId } from '../brand.ts';
import { Instant } from '../clock.ts';

/** A handed card as it is offered: its name and who handed it, nothing of its text. */
export const HandoverLine = z.strictObject({
  id: HandoverId,
  startedAt: Instant,
  phoneRaw: z.string(),
  fromName: z.string(),
  /** Empty: the shift. */
  toName: z.string(),
  handedAt: Instant,
  /** Whether the signed-in operator may accept it. */
  mayAccept: z.boolean(),
  /** Empty while it waits. */
  takenByName: z.string(),
  takenAt: Instant.nullable(),
});
export type HandoverLine = z.infer<typeof HandoverLine>;

/** handover.list: those that wait, oldest first, and the last accepted ones. */
export const HandoverListOutput = z.strictObject({
  waiting: z.array(HandoverLine),
  taken: z.array(HandoverLine),
});
export type HandoverList = z.infer<typeof HandoverListOutput>;

/** handover.accept: the card becomes a draft of the signed-in operator here. */
export const HandoverAcceptInput = z.strictObject({ action: z.uuid(), handover: HandoverId });
