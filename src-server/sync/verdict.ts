import type { QuarantineCode, RefusalData } from '../../src-shared/command/outcome.ts';
import type { RecordWrite } from '../../src-shared/record/model.ts';

/** What the server thinks of one command before anything is written. */
export type CommandVerdict =
  | { readonly outcome: 'applied' | 'merged' | 'conflicted'; readonly writes: readonly RecordWrite[] }
  | Refused
  | Quarantined;

/** A rule says no. */
export interface Refused {
  readonly outcome: 'refused';
  readonly code: string;
  readonly data: RefusalData;
}

/**
 * Our own defect, or something only a newer server understands: kept whole, looked at by a person, decided again after a fix.
 * `error` goes to the quarantine table and holds no values of the command.
 */
export interface Quarantined {
  readonly outcome: 'quarantined';
  readonly code: QuarantineCode;
  readonly data: RefusalData;
  readonly error: string;
}

/** Keeps a command aside. */
export function quarantine(code: QuarantineCode, error: string, data: RefusalData = {}): Quarantined {
  return { outcome: 'quarantined', code, data, error };
}

/** Refuses a command by a rule. */
export function refused(code: string, data: RefusalData = {}): Refused {
  return { outcome: 'refused', code, data };
}
