/** Ends the recovery that is open, if any. */
export interface Recovery {
  /** Ends it when nobody is awaited any more, or when an ending was begun and interrupted. */
  endIfComplete(): Promise<void>;
  /** Ends it whoever is missing. @returns false when none is open */
  close(): Promise<boolean>;
}
