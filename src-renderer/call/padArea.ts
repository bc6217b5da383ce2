/** The pad that is on the screen, for what writes into it by a key. */
let area: HTMLTextAreaElement | null = null;

/** The pad appears, or null: it is gone. */
export function setPadArea(element: HTMLTextAreaElement | null): void {
  area = element;
}

/** The pad as it is this moment, which may be later than what was drawn: its text and its caret or selection. Null when none is on the screen. */
export function padNow(): { readonly text: string; readonly from: number; readonly to: number } | null {
  return area === null ? null : { text: area.value, from: area.selectionStart, to: area.selectionEnd };
}

/** Chooses a stretch of the pad and goes there. */
export function selectInPad(from: number, to: number): void {
  area?.focus();
  area?.setSelectionRange(from, to);
}

/**
 * Puts a text in the place of a stretch of the pad as if it were typed: Ctrl+Z takes it back in one step. The caret stays at the words at which it
 * was, behind the new text if it was in what is replaced; whoever had the focus has it again.
 * @returns whether it was done; not while the pad rests
 */
export function replaceInPad(from: number, to: number, text: string): boolean {
  if (area === null || area.readOnly) return false;
  const { selectionStart, selectionEnd } = area;
  const focused = document.activeElement;
  selectInPad(from, to);
  // Out of date in name only: nothing else keeps the text field's own history of edits.
  const isDone = document.execCommand(text === '' ? 'delete' : 'insertText', false, text);
  const moved = (at: number) => {
    if (at >= to) return at + text.length - (to - from);
    return at <= from ? at : from + text.length;
  };
  area.setSelectionRange(moved(selectionStart), moved(selectionEnd));
  if (focused instanceof HTMLElement && focused !== area) focused.focus();
  return isDone;
}
