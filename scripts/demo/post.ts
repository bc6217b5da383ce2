import type { z } from 'zod';
import { ServerError } from '../../src-shared/sync/envelope.ts';

/** The server said no; the code is one of `ServerError`. */
export class PostRefused extends Error {
  readonly code: string;

  constructor(path: string, code: string) {
    super(`The server refused ${path}: ${code}.`);
    this.name = 'PostRefused';
    this.code = code;
  }
}

/**
 * Asks the server and checks the shape of its answer.
 * @param bearer `<workstationId>.<secret>`; undefined for a stranger
 * @throws PostRefused, ZodError for an answer that is not ours, TypeError when nobody answers
 */
export async function post<S extends z.ZodType>(
  url: string,
  path: string,
  body: unknown,
  answer: S,
  bearer?: string,
): Promise<z.output<S>> {
  const response = await fetch(`${url}${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
    },
    body: JSON.stringify(body),
    redirect: 'manual',
    signal: AbortSignal.timeout(60_000),
  });
  const said: unknown = await response.json();
  if (response.ok) return answer.parse(said);
  const refusal = ServerError.safeParse(said);
  throw new PostRefused(path, refusal.success ? refusal.data.error.code : String(response.status));
}
