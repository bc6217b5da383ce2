const APOSTROPHES = /['’‘`´′]/g;

/**
 * One spelling of a text for indexing and for queries (sync specification 5.5): composed, lower case, one apostrophe,
 * ґ as г and ё as е. Lengths stay equal for composed text, so highlight offsets fit the original.
 * ї/і, й/и and є/е stay apart: they distinguish words.
 */
export function fold(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(APOSTROPHES, 'ʼ')
    .replaceAll('ґ', 'г')
    .replaceAll('ё', 'е');
}
