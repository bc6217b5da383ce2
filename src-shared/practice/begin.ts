import { z } from 'zod';
import { WorkstationId } from '../brand.ts';
import { toEpochMs, toInstant } from '../clock.ts';
import { defineCommand, refuse } from '../command/spec.ts';
import { write } from '../record/model.ts';

/** Shortest and longest practice, in minutes: long enough to take a call, never a whole shift. */
export const PRACTICE_MINUTES = { least: 5, most: 120 } as const;

/** A lead lets chosen workstations practise an outage. Each begins when it has pulled this, and ends by itself. */
export const practiceBegin = defineCommand({
  kind: 'practice.begin',
  v: 1,
  payload: z.strictObject({
    workstations: z.array(WorkstationId).min(1).max(200),
    minutes: z.int().min(PRACTICE_MINUTES.least).max(PRACTICE_MINUTES.most),
  }),
  mayRun: ['lead'],
  refusals: ['workstation_unknown'],
  needsNumber: false,
  reads: (payload) => payload.workstations.map((id) => ({ type: 'workstation', id }) as const),
  decide(view, payload, { command, at }) {
    const workstations = [...new Set(payload.workstations)];
    if (workstations.some((id) => view.get('workstation', id)?.active !== true))
      return refuse('workstation_unknown');
    const practice = write('practice', {
      id: command.id,
      region: command.region,
      workstations,
      by: command.actor,
      beganAt: at,
      endsAt: toInstant(toEpochMs(at) + payload.minutes * 60_000),
      calledOffAt: null,
      results: [],
    });
    return {
      ok: true,
      writes: [practice],
      subject: { type: 'practice', id: command.id },
      data: { minutes: payload.minutes, workstations: workstations.length },
    };
  },
});
