// Failures a person can act on are one sentence without a code word or a stack.
import { expect, it } from 'vitest';
import { Stop, sentenceFor } from '../../../scripts/setup/say.mjs';

const failure = (code) =>
  Object.assign(new Error(`${code}: thrown by the system`), { code, path: 'out/main.js' });

it.each([
  ['ENOSPC', 'The disk is full: out/main.js could not be written.'],
  ['EACCES', 'No permission to write out/main.js.'],
  ['EROFS', 'No permission to write out/main.js.'],
])('%s', (code, sentence) => {
  expect(sentenceFor(failure(code))).toBe(sentence);
});

it('prints our own sentence as it is', () => {
  expect(sentenceFor(new Stop('Port 8787 is taken.'))).toBe('Port 8787 is taken.');
});

it('calls anything else unexpected', () => {
  expect(sentenceFor(new TypeError('x is not a function'))).toBe('Unexpected failure: x is not a function');
});
