import { z } from 'zod';
import { CallId, HandoverId, OperatorId, RegionId, WorkstationId } from '../brand.ts';
import { Instant } from '../clock.ts';

/** One part of an unfinished card, as its draft keeps it; a newer build may have parts that this one does not know. */
export const HandedField = z.strictObject({
  field: z.string().min(1).max(20),
  text: z.string().max(500_000),
});
export type HandedField = z.infer<typeof HandedField>;

/**
 * An unfinished card given to a colleague or to the next shift. Its text shows on nobody's screen until somebody accepts it; then it is their
 * draft, and the text leaves this record.
 */
export const Handover = z.strictObject({
  id: HandoverId,
  region: RegionId,
  call: CallId,
  /** The name of the card: when the call began and from which number. */
  startedAt: Instant,
  phoneRaw: z.string().max(80),
  from: OperatorId,
  workstation: WorkstationId,
  handedAt: Instant,
  /** Null: whoever of the shift comes first. */
  to: OperatorId.nullable(),
  fields: z.array(HandedField).max(20),
  takenBy: OperatorId.nullable(),
  takenAt: Instant.nullable(),
});
export type Handover = z.infer<typeof Handover>;
