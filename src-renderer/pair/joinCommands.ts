import type { InputOf } from '../../src-shared/ipc/contract.ts';
import type { ApartGroup } from '../../src-shared/pair/queries.ts';

type Commands = InputOf<'command.submit'>['commands'];

/** Longest title of a shared problem, as its schema allows. */
const TITLE = 200;

/**
 * Makes appeals registered apart one shared problem: the open one that any of them belongs to, or a new one.
 * @param minted id of the new one
 */
export function joinCommands(
  { topic, place, problem, lines }: ApartGroup,
  topicWords: string,
  minted: string,
): Commands {
  const to = problem?.id ?? minted;
  const where = place.street || place.settlement;
  const title = `${topicWords}: ${where}`.slice(0, TITLE);
  const { building: _house, flat: _flat, ...street } = place;
  const open = { kind: 'problem.open', payload: { problem: to, title, topic, place: street } };
  const attach = lines
    .filter((line) => line.problem !== to)
    .map((line) => ({ kind: 'problem.attach', payload: { appeal: line.id, from: line.problem, to } }));
  return problem === null ? [open, ...attach] : attach;
}
