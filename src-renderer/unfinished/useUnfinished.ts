import { useState } from 'react';
import type { z } from 'zod';
import { useKept } from './store.ts';
import { keepUnfinished } from './unfinished.ts';

/** What somebody began to write in a dialog and left. */
export interface Unfinished<T> {
  /** As it was when the dialog opened; undefined when nothing was left, or nothing this version can read. */
  readonly left: T | undefined;
  /** Keeps it, or forgets it once it was sent. */
  readonly keep: (value: T | null) => void;
  readonly beginAgain: () => void;
}

/**
 * Closing a dialog throws nothing away, and a power cut does not either: what was begun is there again for the same person until it is
 * sent.
 * @param id the appeal or command it belongs to
 * @param part tells one unfinished thing of it from another
 */
export function useUnfinished<T>(id: string, part: string, shape: z.ZodType<T>): Unfinished<T> {
  const [left, setLeft] = useState(() => shape.safeParse(useKept.getState()[id]?.[part]).data);
  return {
    left,
    keep: (value) => keepUnfinished(id, part, value),
    beginAgain: () => {
      keepUnfinished(id, part, null);
      setLeft(undefined);
    },
  };
}
