import type { z } from 'zod';
import { RequestRefused } from '../requestRefused.ts';

/** A request's body in the shape of its message. @throws RequestRefused `malformed` */
export function readBody<S extends z.ZodType>(schema: S, body: unknown): z.infer<S> {
  const parsed = schema.safeParse(body);
  if (!parsed.success) throw new RequestRefused('malformed');
  return parsed.data;
}
