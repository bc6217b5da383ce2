import { type CommandFacts, type Decision, refuse } from '../command/spec.ts';
import { type RecordDocs, write } from '../record/model.ts';

/** What leads write, take out of use and bring back: each has a version that its author must have seen. */
export type WrittenType = 'article' | 'announcement' | 'script';

/**
 * Refuses what was written upon another version than the present one: two leads wrote at once, and neither text is lost.
 * @param expected the version the author saw; 0 for a new record
 * @returns null when the author saw the present version
 */
export function unseen<T extends WrittenType>(
  type: T,
  before: RecordDocs[T] | undefined,
  expected: number,
): Decision | null {
  if (before === undefined) return expected > 0 ? refuse(`${type}_unknown`) : null;
  return before.version === expected ? null : refuse(`${type}_changed`, { title: before.title });
}

/** Takes a record out of use; saving it again brings it back. */
export function takeOut<T extends WrittenType>(
  type: T,
  before: RecordDocs[T] | undefined,
  expected: number,
  { command, at }: CommandFacts,
): Decision {
  const refused = unseen(type, before, expected);
  if (refused !== null) return refused;
  if (before === undefined) return refuse(`${type}_unknown`);
  const withdrawn: RecordDocs[T] = {
    ...before,
    state: 'withdrawn',
    version: before.version + 1,
    savedBy: command.actor,
    savedAt: at,
  };
  const { id, title } = before;
  return { ok: true, writes: [write(type, withdrawn)], subject: { type, id }, data: { title } };
}
