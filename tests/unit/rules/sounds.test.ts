import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const project = join(import.meta.dirname, '../../..');

/** What can make a sound in a window or in the shell. */
const SOUND = /\bAudioContext\(|\bnew Audio\(|<(audio|video)\b|speechSynthesis|shell\.beep|\bsilent:\s*false/;

it('the one sound of the program is the ring of an incoming call', () => {
  const files = globSync('src-{renderer,main,shared}/**/*.{ts,tsx}', { cwd: project });
  expect(files.length).toBeGreaterThan(300);
  const loud = files.filter((file) => SOUND.test(readFileSync(join(project, file), 'utf8')));
  expect(loud).toEqual(['src-renderer/telephony/ringTone.ts']);
});
