/** Keys of lists and text fields: the same in every list and every program, so they are not chosen anew. */
export const fixedKeys = {
  move: '↑ ↓',
  open: 'Enter',
  /** One letter, heard only while a list has the focus. */
  assign: 'M',
  /** The same for all of the full list, or of a row of the board. */
  assignAll: 'Shift+M',
  undo: 'Ctrl+Z',
  /** In the notes alone, and only where a code or a free place is: elsewhere it goes on to the next field. */
  expand: 'Tab',
} as const;
