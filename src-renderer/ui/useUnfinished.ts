import { useState } from 'react';
import { create } from 'zustand';
import { useSession } from '../session/useSession.ts';

/** Text by whose it is and what it belongs to. */
const unfinished = create<Readonly<Record<string, unknown>>>(() => ({}));

/** What somebody began to write in a dialog and left. */
export interface Unfinished<T> {
  /** As it was when the dialog opened; undefined when nothing was left. */
  readonly left: T | undefined;
  /** Keeps it, or forgets it once it was sent. */
  readonly keep: (value: T | null) => void;
  readonly beginAgain: () => void;
}

/**
 * Closing a dialog throws nothing away: what was begun is there again for the same person until it is sent.
 * @param what tells one unfinished thing from another, such as `amend:<appeal>`
 */
export function useUnfinished<T>(what: string): Unfinished<T> {
  const { operator } = useSession();
  const key = `${operator.id}/${what}`;
  const [left, setLeft] = useState(() => unfinished.getState()[key] as T | undefined);
  const keep = (value: T | null) => {
    const { [key]: _before, ...others } = unfinished.getState();
    unfinished.setState(value === null ? others : { ...others, [key]: value }, true);
  };
  return {
    left,
    keep,
    beginAgain: () => {
      keep(null);
      setLeft(undefined);
    },
  };
}
