/** Scheme of the application's own pages. */
export const APP_SCHEME = 'app';

/** The only host of the scheme. */
export const APP_HOST = 'holos';

/** The one origin our window may have; compared whole, never by prefix. */
export const APP_ORIGIN = `${APP_SCHEME}://${APP_HOST}`;

/** The page the window opens. */
export const APP_PAGE = `${APP_ORIGIN}/index.html`;

/** True for an address inside the application. Anything that does not parse is not. */
export function isOwnAddress(address: string): boolean {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    // Not an address at all, so certainly not ours.
    return false;
  }
  const isPlain = url.username === '' && url.password === '' && url.port === '';
  return url.protocol === `${APP_SCHEME}:` && url.host === APP_HOST && isPlain;
}
