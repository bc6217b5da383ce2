import type { Plan } from '../simulator/plan.ts';

/** One exact change of a source file. */
export interface Edit {
  /** From the root of the project. */
  readonly file: string;
  /** Stands there exactly once; when it does not, the mutant no longer applies and has to be written anew. */
  readonly find: string;
  readonly replace: string;
}

/** A way in which sync could be wrong, made on purpose: the suite that does not notice it is no proof. */
export interface Mutant {
  readonly name: string;
  readonly edits: readonly Edit[];
  /** Histories it is tried on first, before generated ones. */
  readonly plans?: readonly Plan[];
  /** Where the simulator cannot look: a check of its own, by its name in `checks.ts`. */
  readonly check?: string;
  /** The engine under the server; concurrent writers exist only on PostgreSQL. */
  readonly engine?: 'postgres';
}
