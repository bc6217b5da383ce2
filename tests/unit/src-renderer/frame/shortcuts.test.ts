import { describe, expect, it } from 'vitest';
import {
  commandOf,
  type KeyPress,
  type Shortcut,
  shortcuts,
} from '../../../../src-renderer/frame/shortcuts.ts';

const modifiers = (held: readonly string[]): Omit<KeyPress, 'code'> => ({
  ctrlKey: held.includes('Control'),
  altKey: held.includes('Alt'),
  shiftKey: held.includes('Shift'),
  metaKey: false,
  isComposing: false,
  getModifierState: (key) => held.includes(key),
});
const heldFor = ({ ctrl, alt, shift }: Shortcut) => [
  ...(ctrl ? ['Control'] : []),
  ...(alt ? ['Alt'] : []),
  ...(shift ? ['Shift'] : []),
];
const pressed = shortcuts.flatMap((shortcut) => shortcut.codes.map((code) => ({ shortcut, code })));

describe('keys of the window', () => {
  it.each(pressed)(
    '$shortcut.written acts by the place of the key $code, whatever the layout types there',
    (one) => {
      // A press of a Cyrillic layout differs from one of a Latin layout in what it types, and that is never asked.
      expect(commandOf({ code: one.code, ...modifiers(heldFor(one.shortcut)) })).toBe(one.shortcut.command);
    },
  );

  it('belong to one command each', () => {
    const chords = pressed.map(({ shortcut, code }) => [...heldFor(shortcut), code].join('+'));
    expect(new Set(chords).size).toBe(chords.length);
  });

  it.each([
    // AltGr is told as itself, and on some systems with Ctrl and Alt besides.
    [['AltGraph']],
    [['AltGraph', 'Control', 'Alt']],
    [['Control', 'Alt']],
    [['AltGraph', 'Shift']],
  ])('ґ by AltGr+г and every other third-level letter fires nothing, held as %j', (held) => {
    for (const { code } of [...pressed, { code: 'KeyU' }]) {
      expect(commandOf({ code, ...modifiers(held) }), code).toBeNull();
    }
  });
});
