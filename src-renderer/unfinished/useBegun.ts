import { useMemo } from 'react';
import type { z } from 'zod';
import { useKept } from './store.ts';

/**
 * What the signed-in person has begun to write of one kind and has not published; undefined when nothing is begun.
 * @param part name of the kind, under which it is kept
 */
export function useBegun<T>(part: string, shape: z.ZodType<T>): T | undefined {
  const kept = useKept();
  return useMemo(() => {
    for (const parts of Object.values(kept)) {
      const begun = shape.safeParse(parts[part]);
      if (begun.success) return begun.data;
    }
    return undefined;
  }, [kept, part, shape]);
}
