import type { z } from 'zod';
import type { Day, Instant } from '../clock.ts';
import type { Role } from '../operator/model.ts';
import type { RecordRef, RecordView, RecordWrite } from '../record/model.ts';
import type { Command } from './envelope.ts';
import type { RefusalData } from './outcome.ts';

/** Facts of the envelope that every rule needs, derived once: corrected time and the legal day. */
export interface CommandFacts {
  readonly command: Command;
  readonly at: Instant;
  readonly day: Day;
}

/** What a rule decided: whole documents to write with one history line, or a typed refusal. */
export type Decision =
  | {
      readonly ok: true;
      /** `applied` unless said otherwise: `merged` joined two texts, `conflicted` left a conflict record for a person. */
      readonly outcome?: 'applied' | 'merged' | 'conflicted';
      readonly writes: readonly RecordWrite[];
      readonly subject: RecordRef;
      readonly data: RefusalData;
    }
  | { readonly ok: false; readonly code: string; readonly data: RefusalData };

/** A command is a file: what it carries, who may give it, what it reads and what it decides. */
export interface CommandSpec<P extends z.ZodType = z.ZodType> {
  readonly kind: string;
  /** Version of the payload. A change of `payload` raises it and adds a step to `upcast.ts`. */
  readonly v: number;
  readonly payload: P;
  readonly mayRun: readonly Role[];
  /** Every refusal code `decide` can give; each has a text in every language. */
  readonly refusals: readonly string[];
  /** Whether a registration number is minted with it. */
  readonly needsNumber: boolean;
  /** Every record `decide` may look at. */
  reads(payload: z.infer<P>, command: Command): RecordRef[];
  /** Pure: the same records and the same command give the same decision, byte for byte. */
  decide(view: RecordView, payload: z.infer<P>, facts: CommandFacts): Decision;
}

/** Declares a command; exists to infer the payload's type from its schema. */
export function defineCommand<P extends z.ZodType>(spec: CommandSpec<P>): CommandSpec<P> {
  return spec;
}

/** Refuses by a rule. */
export function refuse(code: string, data: RefusalData = {}): Decision {
  return { ok: false, code, data };
}
