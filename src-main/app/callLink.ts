/** The scheme of our links; the window's own pages have another one. */
export const LINK_SCHEME = 'holos';

/** Longest link that is looked at, in characters. */
const LONGEST_LINK = 300;
/** What a number is made of. Anything else is no number and is not shown. */
const NUMBER = /^[+\d][\d ()./-]{2,38}$/;

/**
 * The number that a link such as `holos://call?from=0501234567` proposes. Anybody can make such a link, a page or a letter too.
 * @returns null for everything else
 */
export function callLinkOf(address: string): string | null {
  if (address.length > LONGEST_LINK) return null;
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    // Not an address: the other words of a command line are looked at too.
    return null;
  }
  if (url.protocol !== `${LINK_SCHEME}:` || url.hostname !== 'call' || url.pathname.length > 1) return null;
  const from = url.searchParams.get('from')?.trim() ?? '';
  return NUMBER.test(from) ? from : null;
}

/** The same out of the words of a start: systems hand a link over as one of them. */
export function callLinkIn(argv: readonly string[]): string | null {
  return argv.map(callLinkOf).find((from) => from !== null) ?? null;
}
