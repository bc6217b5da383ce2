/** Why a store cannot be opened; each has its own sentence and none of them leads to removing anything. */
export type StoreErrorName =
  | 'inUse'
  | 'newerSchema'
  | 'oldSqlite'
  | 'noPermission'
  | 'diskFull'
  | 'notADatabase'
  | 'unreachable'
  | 'unreadable';

/** A store that cannot be opened or used, with a sentence for the administrator. */
export class StoreError extends Error {
  readonly reason: StoreErrorName;

  constructor(reason: StoreErrorName, sentence: string, cause?: unknown) {
    super(sentence, { cause });
    this.name = 'StoreError';
    this.reason = reason;
  }
}
