/** What a table begins with, so that spreadsheets read its letters right. */
export const CSV_BEGINNING = '\uFEFF';

/** Signs at the beginning of a cell that make spreadsheets compute it: what a caller said must never run in anybody's spreadsheet. */
const FORMULA = /^[=+\-@\t\r]/;
const NEEDS_QUOTES = /[;"\r\n]|^\s|\s$/;

/**
 * One line of a table with `;` between its cells and quotes around those that need them. A cell that a spreadsheet would take for a formula
 * gets an apostrophe before it.
 */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(written).join(';')}\r\n`;
}

function written(cell: string): string {
  const safe = FORMULA.test(cell) ? `'${cell}` : cell;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
