import { z } from 'zod';
import { OperatorId, RegionId, ScriptId } from '../brand.ts';
import { Instant } from '../clock.ts';

const line = (max: number) => z.string().trim().max(max);

/** A field of the card that answers a question by itself once something is in it. */
export const ScriptField = z.enum(['name', 'phone', 'settlement', 'street', 'building', 'answerWay']);
export type ScriptField = z.infer<typeof ScriptField>;

/** One question of a script. */
export const ScriptQuestion = z.strictObject({
  /** Stays the same while its words change, so that what was skipped stays skipped. */
  id: line(40).min(1),
  /** What stands before the answer in the notes, such as `Під'їзд`. */
  label: line(60).min(1),
  /** Read out to the caller. */
  ask: line(300).min(1),
  /** Answered by this field of the card; null: by the notes alone. */
  field: ScriptField.nullable(),
  /** Words of the notes that show that the caller has said it without being asked. */
  words: z.array(line(60).min(1)).max(20),
});
export type ScriptQuestion = z.infer<typeof ScriptQuestion>;

/** What a lead writes of a script. */
export const ScriptText = z.strictObject({
  title: line(200).min(1),
  topics: z.array(z.string().min(1).max(20)).min(1).max(40),
  /** In the order of the conversation. */
  questions: z.array(ScriptQuestion).min(1).max(30),
});
export type ScriptText = z.infer<typeof ScriptText>;

/** What is to be asked when a topic comes up. */
export const Script = ScriptText.extend({
  id: ScriptId,
  region: RegionId,
  state: z.enum(['published', 'withdrawn']),
  /** Rises with every change. */
  version: z.int().positive(),
  savedBy: OperatorId,
  savedAt: Instant,
});
export type Script = z.infer<typeof Script>;
