/** Addresses over which plain HTTP is accepted: this machine and private networks (threat model). */
const PRIVATE =
  /^(localhost|127(\.\d{1,3}){3}|10(\.\d{1,3}){3}|192\.168(\.\d{1,3}){2}|172\.(1[6-9]|2\d|3[01])(\.\d{1,3}){2}|\[::1\]|\[f[cd][0-9a-f:]+\]|[a-z0-9-]+|[a-z0-9.-]+\.(local|lan|internal|localhost))$/i;

/**
 * The centre's address as typed, completed: `host:port` gets `http://` on this machine and in private networks, else `https://`.
 * @returns null when it is no address, or plain HTTP to a public one
 */
export function normaliseAddress(typed: string): string | null {
  const trimmed = typed.trim();
  const withScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed)
    ? trimmed
    : `${schemeFor(trimmed)}://${trimmed}`;
  if (!URL.canParse(withScheme)) return null;
  const url = new URL(withScheme);
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') return null;
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && PRIVATE.test(url.hostname))) return null;
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
}

function schemeFor(address: string): string {
  const probe = `http://${address}`;
  return URL.canParse(probe) && PRIVATE.test(new URL(probe).hostname) ? 'http' : 'https';
}
