// What a person at the terminal reads: short lines, and one clear sentence when something cannot go on.

/** An end the person can act on. Its message is a whole sentence and is printed without a stack. */
export class Stop extends Error {}

/** Prints one line at once. */
export function say(line) {
  process.stdout.write(`${line}\n`);
}

/**
 * Turns any failure into the one sentence to print.
 * System codes are translated, because "ENOSPC" says nothing to an operator's administrator.
 * @param {unknown} failure
 * @returns {string}
 */
export function sentenceFor(failure) {
  if (failure instanceof Stop) return failure.message;
  const code = failure?.code;
  const where = failure?.path ?? failure?.dest ?? 'a file of Holos';
  if (code === 'ENOSPC' || code === 'EDQUOT') return `The disk is full: ${where} could not be written.`;
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return `No permission to write ${where}.`;
  if (code === 'EMFILE') return 'Too many open files: raise the limit (ulimit -n) and start again.';
  return `Unexpected failure: ${failure?.message ?? String(failure)}`;
}

/**
 * Prints the sentence and returns the exit code for it.
 * A stack is added only for defects of ours, or when HOLOS_DEBUG is set.
 * @param {unknown} failure
 */
export function reportFailure(failure) {
  const sentence = sentenceFor(failure);
  process.stderr.write(`\n${sentence}\n`);
  const isDefect = sentence.startsWith('Unexpected failure');
  if ((isDefect || process.env.HOLOS_DEBUG) && failure?.stack) process.stderr.write(`${failure.stack}\n`);
  return 1;
}

/** Whole seconds with one decimal, for the lines that tell how long a step took. */
export function seconds(milliseconds) {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}
