import type { CallCode } from './model.ts';

/** What is known of a call when its talk is over. */
export interface DoneInCall {
  readonly isAppealBegun: boolean;
  readonly isConsultationBegun: boolean;
  /** Something was written in the pad. */
  readonly isNoted: boolean;
  /** Length of the talk, in milliseconds. */
  readonly talkMs: number;
}

/** A talk this short in which nothing was written was none: nobody spoke. */
const SILENT_WITHIN_MS = 20_000;
/** One this short that has notes and no card broke off before it came to anything. */
const DROPPED_WITHIN_MS = 60_000;

/** How a call most likely ended, from what was done in its card: only offered, never chosen for the operator. */
export function suggestOutcome(done: DoneInCall): 'appeal' | 'consultation' | CallCode {
  if (done.isAppealBegun) return 'appeal';
  if (done.isConsultationBegun) return 'consultation';
  if (!done.isNoted && done.talkMs < SILENT_WITHIN_MS) return 'silent';
  return done.talkMs < DROPPED_WITHIN_MS || !done.isNoted ? 'dropped' : 'other';
}
