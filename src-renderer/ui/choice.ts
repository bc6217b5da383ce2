/** One choice: what is stored, what is read, and the path that leads to it. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly path?: string | undefined;
  /** Shown and explained by its path, but not to be chosen. */
  readonly disabled?: boolean;
}
