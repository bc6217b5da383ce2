import { z } from 'zod';
import { PairId } from '../brand.ts';
import { defineCommand, refuse } from '../command/spec.ts';
import { write } from '../record/model.ts';
import { PairVerdict } from './model.ts';

/**
 * Appeals about one thing as it seemed, registered apart, are about different things. That they are one is said by joining them into a shared
 * problem (`problem.open`, `problem.attach`).
 */
export const pairSettle = defineCommand({
  kind: 'pair.settle',
  v: 1,
  payload: z.strictObject({ pair: PairId, appeals: PairVerdict.shape.appeals }),
  mayRun: ['lead', 'control'],
  refusals: ['appeal_unknown', 'pair_exists'],
  needsNumber: false,
  reads: ({ pair, appeals }) => [
    { type: 'pair', id: pair },
    ...appeals.map((id) => ({ type: 'appeal', id }) as const),
  ],
  decide(view, { pair: id, appeals }, { command, at }) {
    if (view.get('pair', id)) return refuse('pair_exists');
    const known = appeals.map((appeal) => view.get('appeal', appeal));
    const numbers = known.flatMap((appeal) => appeal?.number ?? []);
    if (numbers.length < appeals.length) return refuse('appeal_unknown');
    return {
      ok: true,
      writes: [write('pair', { id, region: command.region, appeals, by: command.actor, at })],
      subject: { type: 'pair', id },
      data: { numbers: numbers.join(', ') },
    };
  },
});
