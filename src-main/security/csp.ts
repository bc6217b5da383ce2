/** The mark in `index.html` that is replaced by the nonce of the document. */
export const NONCE_MARK = '__CSP_NONCE__';

/**
 * Content-Security-Policy of one document. The page has no network of its own: everything goes through the data process.
 * @param nonce fresh for every document, for the style element of the component library
 * @param developmentServer origin of the development server, or null in every other case
 */
export function contentSecurityPolicy(nonce: string, developmentServer: string | null): string {
  return Object.entries(
    developmentServer === null ? policy(nonce) : developmentPolicy(nonce, developmentServer),
  )
    .map(([directive, sources]) => `${directive} ${sources}`)
    .join('; ');
}

function policy(nonce: string): Record<string, string> {
  return {
    'default-src': "'none'",
    'script-src': "'self'",
    'style-src': `'self' 'nonce-${nonce}'`,
    'img-src': "'self' data: blob:",
    'font-src': "'self'",
    'connect-src': "'none'",
    'frame-src': "'none'",
    'worker-src': "'none'",
    'object-src': "'none'",
    'base-uri': "'none'",
    'form-action': "'none'",
    'frame-ancestors': "'none'",
    'require-trusted-types-for': "'script'",
    // The window's one policy lets style text pass and markup not (src-renderer/trustedTypes.ts).
    'trusted-types': 'default',
  };
}

/** The development server injects inline scripts and styles and talks over a socket; it is never used by a packaged build. */
function developmentPolicy(nonce: string, server: string): Record<string, string> {
  const strict = policy(nonce);
  const { 'require-trusted-types-for': _types, 'trusted-types': _policies, ...rest } = strict;
  return {
    ...rest,
    'script-src': `'self' 'unsafe-inline' ${server}`,
    'style-src': `'self' 'unsafe-inline' ${server}`,
    'img-src': `${rest['img-src'] ?? ''} ${server}`,
    'font-src': `'self' ${server}`,
    'connect-src': `'self' ${server} ${server.replace(/^http/, 'ws')}`,
  };
}

/** The development server's origin, only for an unpackaged run that names a loopback one; null otherwise. */
export function developmentOrigin(isPackaged: boolean, address: string | undefined): string | null {
  if (isPackaged || address === undefined || address === '') return null;
  const url = new URL(address);
  const isLoopback = url.hostname === 'localhost' || url.hostname === '127.0.0.1';
  return url.protocol === 'http:' && isLoopback ? url.origin : null;
}
