import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { net, protocol, type Session } from 'electron';
import { fileInside, mimeTypeOf } from './content.ts';
import { contentSecurityPolicy, NONCE_MARK } from './csp.ts';
import { APP_SCHEME, isOwnAddress } from './origin.ts';

/** Declares `app:` as a standard, secure scheme. Must run before the application is ready (a rule of Electron). */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

export interface ContentSource {
  /** Folder of the built window; nothing outside it is ever served. */
  readonly root: string;
  /** Origin of a development server to fetch from instead; null in every other case. */
  readonly developmentServer: string | null;
}

/** Serves the window's files under `app://holos/`: GET only, this host only, inside the folder only, policy on every answer. */
export function serveApp(session: Session, source: ContentSource): void {
  session.protocol.handle(APP_SCHEME, async (request) => {
    if (request.method !== 'GET') return refusal(405);
    if (!isOwnAddress(request.url)) return refusal(404);
    const { pathname, search } = new URL(request.url);
    const nonce = randomBytes(18).toString('base64');
    if (source.developmentServer !== null)
      return await fromDevelopmentServer(source.developmentServer, pathname + search, nonce);
    const file = fileInside(source.root, pathname);
    const type = file === null ? null : mimeTypeOf(file);
    if (file === null || type === null) return refusal(404);
    return await fromFile(file, type, nonce);
  });
}

async function fromFile(file: string, type: string, nonce: string): Promise<Response> {
  let content: Buffer<ArrayBuffer>;
  try {
    content = await readFile(file);
  } catch {
    // Absent, a folder, unreadable: the page only needs to know that there is nothing.
    return refusal(404);
  }
  const body =
    basename(file) === 'index.html' ? content.toString('utf8').replaceAll(NONCE_MARK, nonce) : content;
  return new Response(body, { status: 200, headers: headers(type, nonce, null) });
}

async function fromDevelopmentServer(origin: string, path: string, nonce: string): Promise<Response> {
  const answer = await net.fetch(origin + path);
  const type = answer.headers.get('content-type') ?? 'text/plain';
  const body = type.startsWith('text/html')
    ? (await answer.text()).replaceAll(NONCE_MARK, nonce)
    : await answer.arrayBuffer();
  return new Response(body, { status: answer.status, headers: headers(type, nonce, origin) });
}

function headers(type: string, nonce: string, developmentServer: string | null): Record<string, string> {
  return {
    'content-type': type,
    'content-security-policy': contentSecurityPolicy(nonce, developmentServer),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'no-store',
  };
}

function refusal(status: 404 | 405): Response {
  return new Response(null, { status, headers: { 'content-security-policy': "default-src 'none'" } });
}
