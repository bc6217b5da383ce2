import { authorityAbove } from '../catalog/authority.ts';
import { legalDay, toEpochMs } from '../clock.ts';
import type { Execution } from './model.ts';

/** Reminders of one body before the matter is taken a step up (house rule). */
export const REMINDERS_BEFORE_UP = 2;

/** What to do next about a body that owes its answer, and why. */
export interface EscalationStep {
  readonly kind: 'received' | 'reminder' | 'escalation';
  readonly why: 'confirm' | 'remind' | 'overdue' | 'up' | 'lead';
  /** For a step up: to the lead of the centre, because nobody in the directory is above the body or it has been tried. */
  readonly isToLead?: true;
}

/**
 * The next step by the rule of the house: first proof that the body has it; then a reminder; once its term or the hour of the first report is
 * over and it was reminded twice, the body above it; after that, or where none is above, the lead.
 */
export function escalationStep(
  {
    authority,
    state,
    due,
    reportBy,
    contacts,
  }: Pick<Execution, 'authority' | 'state' | 'due' | 'reportBy' | 'contacts'>,
  nowMs: number,
): EscalationStep {
  if (state === 'sent' && !contacts.some(({ kind }) => kind === 'reminder'))
    return { kind: 'received', why: 'confirm' };
  const isLate =
    legalDay(nowMs) > due || (reportBy !== null && state === 'sent' && nowMs > toEpochMs(reportBy));
  const reminders = contacts.filter(({ kind }) => kind === 'reminder').length;
  if (reminders < REMINDERS_BEFORE_UP) return { kind: 'reminder', why: isLate ? 'overdue' : 'remind' };
  const wentUp = contacts.some(({ kind, to }) => kind === 'escalation' && to !== null);
  if (authorityAbove(authority) === null || wentUp)
    return { kind: 'escalation', why: 'lead', isToLead: true };
  return { kind: 'escalation', why: 'up' };
}
