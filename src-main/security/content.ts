import { extname, isAbsolute, relative, resolve, sep } from 'node:path';

/** MIME types of what a build of the window holds; everything else is not served. */
const mimeTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
};

/** MIME type of a file by its name, null for what is not served. */
export function mimeTypeOf(path: string): string | null {
  return mimeTypes[extname(path).toLowerCase()] ?? null;
}

/**
 * The file an address of our scheme means, null when it would lie outside `root`. Judged after decoding and by the way
 * from root to file, because a prefix test lets `/out/renderer-old` pass for `/out/renderer`.
 * @param root absolute folder
 * @param pathname still encoded, as `URL.pathname` gives it
 */
export function fileInside(root: string, pathname: string): string | null {
  const decoded = decodedOnce(pathname);
  if (decoded === null || decoded.includes('\0') || decoded.includes('\\')) return null;
  const file = resolve(root, `.${decoded === '/' ? '/index.html' : decoded}`);
  const way = relative(root, file);
  const isOutside = way === '' || way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way);
  return isOutside ? null : file;
}

function decodedOnce(pathname: string): string | null {
  try {
    const text = decodeURIComponent(pathname);
    return text.startsWith('/') ? text : null;
  } catch {
    // A broken escape is a malformed address: refused like any other.
    return null;
  }
}
