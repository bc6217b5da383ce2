import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { stringsOf } from './stringsOf.ts';

const project = join(import.meta.dirname, '../../..');

/** Where the keys themselves are defined and spelled. */
const KEYS_ARE_DEFINED = /^src-renderer\/frame\/(shortcuts|keyChoice|fixedKeys)\.ts$/;
/** The explanation of how a key is chosen has to name modifiers. */
const EXPLAINS_KEYS = /^settings:keys\.(hint|types|altGr)$/;
/** A key that can be chosen anew: with its modifiers, or one of the function keys. */
const KEY = /\b(F\d{1,2}|Esc|Escape)\b|\b(Ctrl|Alt|Shift)\+|\b(Ctrl|Alt)\b/;

/** Keys a source shows by their usual names, whatever was chosen at this workstation. */
function literalKeys(source: string, isTsx: boolean): string[] {
  // What is compared with an event, such as `event.key === 'Escape'`, is not shown.
  const shown = source.replace(/\.(key|code) === '[^']+'/g, '.key');
  return stringsOf(shown, isTsx).filter((text) => KEY.test(text));
}

describe('keys in what the window shows', () => {
  it('the check sees a key in an element, in a value and in a pattern', () => {
    const source = "const a = <p><Kbd>F2</Kbd>{t('call:x', { key: 'Alt+P' })}{`Ctrl+$" + '{1}`}</p>;';
    expect(literalKeys(source, true).sort()).toEqual(['Alt+P', 'Ctrl+', 'F2']);
    const compared = `if (event.key === 'Escape') close(<CommandKey command="pad" />);`;
    expect(literalKeys(compared, true)).toEqual([]);
  });

  it('every key is shown as it was chosen: none is written by its usual name', () => {
    const files = globSync('src-renderer/**/*.{ts,tsx}', { cwd: project }).filter(
      (file) => !KEYS_ARE_DEFINED.test(file),
    );
    expect(files.length).toBeGreaterThan(100);
    const found = files.flatMap((file) =>
      literalKeys(readFileSync(join(project, file), 'utf8'), file.endsWith('.tsx')).map(
        (key) => `${file}: ${key}`,
      ),
    );
    expect(found).toEqual([]);
  });

  it.each(['uk', 'ru', 'en'])('no text names a key that could have been changed: %s', (language) => {
    const folder = join(project, 'src-shared/locale', language);
    const found = globSync('*.json', { cwd: folder }).flatMap((file) => {
      const texts: Record<string, string> = JSON.parse(readFileSync(join(folder, file), 'utf8'));
      return Object.entries(texts)
        .map(([key, text]) => ({ key: `${basename(file, '.json')}:${key}`, text }))
        .filter(({ key, text }) => KEY.test(text) && !EXPLAINS_KEYS.test(key));
    });
    expect(found).toEqual([]);
  });
});
