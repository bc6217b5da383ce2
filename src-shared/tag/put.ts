import { z } from 'zod';
import { CallId } from '../brand.ts';
import { defineCommand, refuse } from '../command/spec.ts';
import { write } from '../record/model.ts';
import { Tag } from './model.ts';

/** Puts tags on a call. Those it has stay: two hands that tag one call never take each other's away. */
export const callTag = defineCommand({
  kind: 'call.tag',
  v: 1,
  payload: z.strictObject({ call: CallId, tags: z.array(Tag).min(1).max(20) }),
  mayRun: ['operator', 'lead'],
  refusals: ['call_unknown'],
  needsNumber: false,
  reads: ({ call }) => [{ type: 'call', id: call }],
  decide(view, { call: id, tags }) {
    const call = view.get('call', id);
    if (!call) return refuse('call_unknown');
    const after = Tag.options.filter((tag) => tags.includes(tag) || call.tags?.includes(tag));
    return {
      ok: true,
      writes: [write('call', { ...call, tags: after })],
      subject: { type: 'call', id: call.id },
      data: { tags: tags.join(' ') },
    };
  },
});
