/** Schemes that may be handed to the system, each harmless by itself: a page, a letter, a telephone. */
const openSchemes: ReadonlySet<string> = new Set(['https:', 'mailto:', 'tel:']);

/** Longest address handed on, in characters; command lines of handlers have been overrun by longer ones. */
const LONGEST_ADDRESS = 2048;

/** Whether an address may be opened outside the application. Pure, so that the whole table of schemes is tested. */
export function isOpenable(address: string): boolean {
  if (address.length > LONGEST_ADDRESS) return false;
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    // Not an address.
    return false;
  }
  if (!openSchemes.has(url.protocol)) return false;
  return url.username === '' && url.password === '';
}
