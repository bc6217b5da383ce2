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
 * Puts a text in the place of a stretch of the pad as if it were typed: Ctrl+Z takes it back in one step. The caret stands behind it.
 * @returns whether it was done; not while the pad rests
 */
export function replaceInPad(from: number, to: number, text: string): boolean {
  if (area === null || area.readOnly) return false;
  selectInPad(from, to);
  // Out of date in name only: nothing else keeps the text field's own history of edits.
  return document.execCommand(text === '' ? 'delete' : 'insertText', false, text);
}
