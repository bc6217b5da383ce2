import { type KeyPress, type Shortcut, shortcuts, type WindowCommand } from './shortcuts.ts';

/** A combination of keys as it is kept in the settings: `Ctrl+Alt+Shift+` before the place of the key, such as `Ctrl+KeyK`. */
export type Chord = string;

/** Why a combination cannot be chosen. */
export type ChordProblem = 'types' | 'altGr' | 'editing' | 'reserved' | 'taken';

/** Keys pressed on the way to a combination. */
const MODIFIERS = /^(Control|Shift|Alt|Meta|CapsLock|AltGraph|NumLock|ScrollLock)/;
/** Left to the system and to assistive software: menu and full screen, tools, the keys screen readers begin with. */
const RESERVED = /^(F1[0-2]|Tab|Escape|Insert|CapsLock|PrintScreen|Pause|ContextMenu)$/;
/** What every text field does with Ctrl. */
const EDITING = /^Key[ACVXYZ]$|^(Arrow|Home|End|Page|Backspace|Delete)/;
const FUNCTION_KEY = /^F\d+$/;

/** The combination of a key press; null while only modifiers are held. */
export function chordOf(press: KeyPress): Chord | null {
  if (press.code === '' || MODIFIERS.test(press.code)) return null;
  const { ctrlKey, altKey, shiftKey, code } = press;
  return `${ctrlKey ? 'Ctrl+' : ''}${altKey ? 'Alt+' : ''}${shiftKey ? 'Shift+' : ''}${code}`;
}

/** A combination as it is written on the keys, such as `Ctrl+K`: by the place of the key, whatever the layout. */
export function writtenChord(chord: Chord): string {
  return chord
    .replace(/(Key|Digit|Numpad)(?=[A-Z0-9]$)/, '')
    .replace('Comma', ',')
    .replace('Period', '.')
    .replace('Backquote', '`');
}

/** The keys in force: the usual ones with those chosen here in their place. */
export function shortcutsWith(chosen: Readonly<Record<string, Chord>>): readonly Shortcut[] {
  return shortcuts.map((usual) => {
    const chord = chosen[usual.command];
    return chord === undefined ? usual : withChord(usual, chord);
  });
}

function withChord({ command }: Shortcut, chord: Chord): Shortcut {
  const parts = chord.split('+');
  const code = parts.at(-1) ?? '';
  return {
    command,
    codes: code === '' ? [] : [code],
    ctrl: parts.includes('Ctrl'),
    alt: parts.includes('Alt'),
    shift: parts.includes('Shift'),
    written: writtenChord(chord),
  };
}

/**
 * Why a command cannot have a combination: it types a letter, is AltGr on some keyboards (third-level letters such as ґ), is what text
 * fields or assistive software use, or belongs to another command.
 * @returns null when it can; with `taken` the command that has it
 */
export function chordProblem(
  chord: Chord,
  command: WindowCommand,
  list: readonly Shortcut[],
): { readonly problem: ChordProblem; readonly by: WindowCommand | null } | null {
  const parts = chord.split('+');
  const code = parts.at(-1) ?? '';
  const [ctrl, alt, shift] = ['Ctrl', 'Alt', 'Shift'].map((name) => parts.includes(name));
  const no = (problem: ChordProblem, by: WindowCommand | null = null) => ({ problem, by });
  if (RESERVED.test(code)) return no('reserved');
  if (ctrl && alt) return no('altGr');
  if (!ctrl && !alt && !FUNCTION_KEY.test(code)) return no('types');
  if (ctrl && EDITING.test(code)) return no('editing');
  const holder = list.find(
    (other) =>
      other.command !== command &&
      other.codes.includes(code) &&
      (other.ctrl ?? false) === ctrl &&
      (other.alt ?? false) === alt &&
      (other.shift ?? false) === shift,
  );
  return holder === undefined ? null : no('taken', holder.command);
}
