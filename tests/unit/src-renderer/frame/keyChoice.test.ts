import { describe, expect, it } from 'vitest';
import {
  chordOf,
  chordProblem,
  shortcutsWith,
  writtenChord,
} from '../../../../src-renderer/frame/keyChoice.ts';
import { commandOf, type KeyPress, shortcuts } from '../../../../src-renderer/frame/shortcuts.ts';

function press(code: string, held: { ctrl?: boolean; alt?: boolean; shift?: boolean; altGr?: boolean } = {}) {
  const key: KeyPress = {
    code,
    ctrlKey: held.ctrl ?? false,
    altKey: held.alt ?? false,
    shiftKey: held.shift ?? false,
    metaKey: false,
    isComposing: false,
    getModifierState: (name) => name === 'AltGraph' && (held.altGr ?? false),
  };
  return key;
}

describe('keys', () => {
  it('no two commands share a combination', () => {
    for (const shortcut of shortcuts) {
      for (const code of shortcut.codes) {
        const holders = shortcuts.filter(
          (other) =>
            other.codes.includes(code) &&
            (other.ctrl ?? false) === (shortcut.ctrl ?? false) &&
            (other.alt ?? false) === (shortcut.alt ?? false) &&
            (other.shift ?? false) === (shortcut.shift ?? false),
        );
        expect(holders.map(({ command }) => command)).toEqual([shortcut.command]);
      }
    }
  });

  it('a usual key could be chosen by its own command', () => {
    for (const { command, codes, ctrl, alt, shift } of shortcuts) {
      const [code] = codes;
      if (code === undefined || command === 'back') continue;
      const chord =
        chordOf(press(code, { ctrl: ctrl ?? false, alt: alt ?? false, shift: shift ?? false })) ?? '';
      expect(chordProblem(chord, command, shortcuts), command).toBeNull();
    }
  });

  it('a chosen key takes the place of the usual one', () => {
    const list = shortcutsWith({ palette: 'Ctrl+Shift+KeyP' });
    expect(commandOf(press('KeyK', { ctrl: true }), list)).toBeNull();
    expect(commandOf(press('KeyP', { ctrl: true, shift: true }), list)).toBe('palette');
    expect(list.find(({ command }) => command === 'palette')?.written).toBe('Ctrl+Shift+P');
  });

  it('a key that was turned off does nothing, the rest stays', () => {
    const list = shortcutsWith({ end: '' });
    expect(commandOf(press('F4'), list)).toBeNull();
    expect(commandOf(press('F2'), list)).toBe('pad');
  });

  it.each([
    ['KeyQ', 'types'],
    ['Shift+KeyQ', 'types'],
    ['Ctrl+Alt+KeyU', 'altGr'],
    ['Ctrl+KeyC', 'editing'],
    ['Ctrl+KeyZ', 'editing'],
    ['F11', 'reserved'],
    ['Alt+Tab', 'reserved'],
    ['Ctrl+KeyK', 'taken'],
  ])('%s is refused: %s', (chord, problem) => {
    expect(chordProblem(chord, 'pad', shortcuts)?.problem).toBe(problem);
  });

  it('a free combination is accepted', () => {
    expect(chordProblem('Ctrl+Shift+KeyP', 'pad', shortcuts)).toBeNull();
    expect(chordProblem('Alt+KeyZ', 'pad', shortcuts)).toBeNull();
  });

  it('the third level of a keyboard never fires a command, whatever was chosen', () => {
    const list = shortcutsWith({ pad: 'Alt+KeyU' });
    expect(commandOf(press('KeyU', { ctrl: true, alt: true, altGr: true }), list)).toBeNull();
    expect(commandOf(press('KeyU', { alt: true, altGr: true }), list)).toBeNull();
    expect(commandOf(press('KeyU', { alt: true }), list)).toBe('pad');
  });

  it('modifiers alone are no combination yet', () => {
    expect(chordOf(press('ControlLeft', { ctrl: true }))).toBeNull();
    expect(chordOf(press('KeyJ', { ctrl: true }))).toBe('Ctrl+KeyJ');
  });

  it('are written as on the keyboard', () => {
    expect(writtenChord('Ctrl+Alt+Digit5')).toBe('Ctrl+Alt+5');
    expect(writtenChord('Ctrl+Comma')).toBe('Ctrl+,');
    expect(writtenChord('NumpadEnter')).toBe('NumpadEnter');
  });
});
