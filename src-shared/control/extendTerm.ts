import { z } from 'zod';
import { AppealId } from '../brand.ts';
import { Day } from '../clock.ts';
import { defineCommand, refuse } from '../command/spec.ts';
import { write } from '../record/model.ts';
import { termOfAppeal } from '../term/appealTerm.ts';
import { CALENDAR } from '../term/calendar.ts';
import { termOf } from '../term/term.ts';
import { Extension } from './course.ts';
import { mayDo, statusAfter } from './life.ts';

/**
 * The head sets a later end of the term: before the old one has passed (house rule), with grounds, at most 45 days from receipt, and the
 * applicant has been told (Law 393/96-ВР, article 20). Compares with the last day that was seen.
 */
export const appealExtendTerm = defineCommand({
  kind: 'appeal.extendTerm',
  v: 1,
  payload: z.strictObject({
    appeal: AppealId,
    from: Day,
    to: Day,
    reason: Extension.shape.reason,
    decidedBy: Extension.shape.decidedBy,
    notice: Extension.shape.notice,
  }),
  mayRun: [...mayDo('appeal.extendTerm')],
  refusals: [
    'appeal_unknown',
    'appeal_over',
    'term_changed',
    'term_over',
    'extension_not_later',
    'extension_too_long',
  ],
  needsNumber: false,
  reads: ({ appeal }, command) => [
    { type: 'appeal', id: appeal },
    { type: 'calendar', id: command.region },
  ],
  decide(view, payload, { command, at, day }) {
    const appeal = view.get('appeal', payload.appeal);
    if (!appeal) return refuse('appeal_unknown');
    const { number } = appeal;
    if (statusAfter('appeal.extendTerm', appeal.status) === null)
      return refuse('appeal_over', { number, status: appeal.status });
    const calendar = view.get('calendar', command.region) ?? CALENDAR;
    const term = termOfAppeal(appeal, calendar);
    const { from, to, reason, decidedBy, notice } = payload;
    if (term.due !== from) return refuse('term_changed', { number, due: term.due });
    if (day > from) return refuse('term_over', { number, due: from });
    if (to <= from) return refuse('extension_not_later', { due: from });
    const latest = termOf('appeal_extended_total', term.received, calendar).due;
    if (to > latest) return refuse('extension_too_long', { number, latest });
    const extension: Extension = { to, reason, decidedBy, notice, at, by: command.actor };
    const extended = { ...term, due: to, control: to, extensions: [...term.extensions, extension] };
    return {
      ok: true,
      writes: [write('appeal', { ...appeal, term: extended })],
      subject: { type: 'appeal', id: appeal.id },
      data: { number, from, to, reason, decidedBy, notice },
    };
  },
});
