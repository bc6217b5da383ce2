/** What a key can do in the window. Screens offer what they can; the palette and F1 read the same list. */
export type WindowCommand =
  | 'help'
  | 'pad'
  | 'caller'
  | 'end'
  | 'nextPane'
  | 'previousPane'
  | 'consultation'
  | 'appeal'
  | 'park'
  | 'complete'
  | 'nextQuestion'
  | 'palette'
  | 'take'
  | 'search'
  | 'paper'
  | 'settings'
  | 'similar'
  | 'acceptSign'
  | 'discard'
  | 'problems'
  | 'duty'
  | 'promise'
  | 'tellDanger'
  | 'announcements'
  | 'tellAnnounced'
  | 'askNext'
  | 'skipQuestion'
  | 'continueCall'
  | 'spelling'
  | 'versions'
  | 'snippet'
  | 'takeFact'
  | 'dropFact'
  | 'turnLayout'
  | `tag${TagNumber}`
  | 'answers'
  | 'noAnswer'
  | `answer${AnswerNumber}`
  | 'back'
  | `section${SectionNumber}`;

/** Sections that have a key: Alt+1 to Alt+9, the tenth Alt+0. */
export const SECTION_NUMBERS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;
export type SectionNumber = (typeof SECTION_NUMBERS)[number];

/** Quick tags that have a key, in the order of `Tag`. */
export const TAG_NUMBERS = [1, 2, 3, 4, 5, 6] as const;
export type TagNumber = (typeof TAG_NUMBERS)[number];

/** Ready answers that have a key, in the order in which they are shown. */
export const ANSWER_NUMBERS = [1, 2, 3, 4] as const;
export type AnswerNumber = (typeof ANSWER_NUMBERS)[number];

/** One key: by its place on the keyboard (`code`), so that it works in every layout. */
export interface Shortcut {
  readonly command: WindowCommand;
  readonly codes: readonly string[];
  readonly ctrl?: boolean;
  readonly shift?: boolean;
  readonly alt?: boolean;
  /** As written on the keys; empty for what only the palette offers. */
  readonly written: string;
}

const sectionKeys: Shortcut[] = SECTION_NUMBERS.map((number) => ({
  command: `section${number}`,
  codes: [`Digit${number % 10}`],
  alt: true,
  written: `Alt+${number % 10}`,
}));

const tagKeys: Shortcut[] = TAG_NUMBERS.map((number) => ({
  command: `tag${number}`,
  codes: [`Digit${number}`],
  ctrl: true,
  shift: true,
  written: `Ctrl+Shift+${number}`,
}));

const answerKeys: Shortcut[] = ANSWER_NUMBERS.map((number) => ({
  command: `answer${number}`,
  codes: [`Digit${number}`],
  ctrl: true,
  written: `Ctrl+${number}`,
}));

/** AltGr combinations, F10 to F12 and the keys of assistive software stay free. */
export const shortcuts: readonly Shortcut[] = [
  { command: 'help', codes: ['F1'], written: 'F1' },
  { command: 'pad', codes: ['F2'], written: 'F2' },
  { command: 'caller', codes: ['F3'], written: 'F3' },
  { command: 'end', codes: ['F4'], written: 'F4' },
  { command: 'take', codes: ['F5'], written: 'F5' },
  { command: 'nextPane', codes: ['F6'], written: 'F6' },
  { command: 'previousPane', codes: ['F6'], shift: true, written: 'Shift+F6' },
  { command: 'consultation', codes: ['F7'], written: 'F7' },
  { command: 'appeal', codes: ['F8'], written: 'F8' },
  { command: 'park', codes: ['F9'], written: 'F9' },
  { command: 'complete', codes: ['Enter', 'NumpadEnter'], ctrl: true, written: 'Ctrl+Enter' },
  {
    command: 'nextQuestion',
    codes: ['Enter', 'NumpadEnter'],
    ctrl: true,
    shift: true,
    written: 'Ctrl+Shift+Enter',
  },
  { command: 'palette', codes: ['KeyK'], ctrl: true, written: 'Ctrl+K' },
  { command: 'paper', codes: [], written: '' },
  { command: 'settings', codes: ['Comma'], ctrl: true, written: 'Ctrl+,' },
  { command: 'duty', codes: ['KeyS'], alt: true, written: 'Alt+S' },
  { command: 'promise', codes: ['KeyP'], alt: true, written: 'Alt+P' },
  { command: 'tellDanger', codes: ['KeyD'], alt: true, written: 'Alt+D' },
  { command: 'problems', codes: [], written: '' },
  { command: 'similar', codes: ['KeyJ'], alt: true, written: 'Alt+J' },
  { command: 'acceptSign', codes: ['KeyO'], alt: true, written: 'Alt+O' },
  { command: 'discard', codes: ['KeyC'], alt: true, written: 'Alt+C' },
  { command: 'announcements', codes: [], written: '' },
  { command: 'tellAnnounced', codes: ['KeyN'], alt: true, written: 'Alt+N' },
  { command: 'askNext', codes: ['KeyW'], alt: true, written: 'Alt+W' },
  { command: 'skipQuestion', codes: ['KeyE'], alt: true, written: 'Alt+E' },
  { command: 'continueCall', codes: ['KeyR'], alt: true, written: 'Alt+R' },
  { command: 'spelling', codes: ['KeyG'], alt: true, written: 'Alt+G' },
  { command: 'versions', codes: ['KeyH'], alt: true, written: 'Alt+H' },
  { command: 'search', codes: ['KeyF'], ctrl: true, written: 'Ctrl+F' },
  { command: 'snippet', codes: ['KeyI'], alt: true, written: 'Alt+I' },
  { command: 'takeFact', codes: ['KeyF'], alt: true, written: 'Alt+F' },
  { command: 'dropFact', codes: ['KeyX'], alt: true, written: 'Alt+X' },
  { command: 'turnLayout', codes: ['KeyL'], alt: true, written: 'Alt+L' },
  ...tagKeys,
  { command: 'answers', codes: ['KeyA'], alt: true, written: 'Alt+A' },
  { command: 'noAnswer', codes: ['KeyQ'], alt: true, written: 'Alt+Q' },
  ...answerKeys,
  { command: 'back', codes: ['Escape'], written: 'Esc' },
  ...sectionKeys,
];

/** The part of a key press that decides. */
export interface KeyPress {
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
  readonly isComposing: boolean;
  getModifierState(key: string): boolean;
}

/**
 * What a key press means; null for everything that types or belongs to somebody else.
 * @param list the keys in force, see `shortcutsWith`
 */
export function commandOf(press: KeyPress, list: readonly Shortcut[] = shortcuts): WindowCommand | null {
  if (press.isComposing || press.metaKey || press.getModifierState('AltGraph')) return null;
  const shortcut = list.find(
    (candidate) =>
      candidate.codes.includes(press.code) &&
      (candidate.ctrl ?? false) === press.ctrlKey &&
      (candidate.shift ?? false) === press.shiftKey &&
      (candidate.alt ?? false) === press.altKey,
  );
  return shortcut?.command ?? null;
}
