import { fold } from '../fold.ts';

/** Words of a text in the one folded spelling, in their order. */
export function foldedWords(text: string): string[] {
  return fold(text)
    .split(/[^\p{L}\p{N}ʼ]+/u)
    .filter((word) => word !== '');
}

/** Whether two folded words are most likely forms of one: `вода`, `води`; `дах`, `даху`; not `газ`, `газета`. */
export function shareRoot(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length < 3) return short === long;
  let same = 0;
  while (same < short.length && short[same] === long[same]) same += 1;
  const ending = short.length < 5 ? 1 : 2;
  // A word of three letters has no ending of its own to change.
  const needed = short.length === 3 ? 3 : short.length - ending;
  return same >= needed && long.length - same <= (short.length === 3 ? 2 : 3);
}
