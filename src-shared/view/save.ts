import { z } from 'zod';
import { BrowseColumns, BrowseFilter, BrowseOrder } from '../appeal/browse.ts';
import { ViewId } from '../brand.ts';
import { defineCommand, refuse } from '../command/spec.ts';
import { write } from '../record/model.ts';

/** Keeps conditions of the full list under a name, changes them, or takes them away. Only a lead offers a view to everybody. */
export const viewSave = defineCommand({
  kind: 'view.save',
  v: 4,
  payload: z.strictObject({
    view: ViewId,
    name: z.string().trim().min(1).max(60),
    filter: BrowseFilter,
    order: BrowseOrder,
    columns: BrowseColumns.optional(),
    isShared: z.boolean(),
    isRemoved: z.boolean(),
  }),
  mayRun: ['operator', 'lead', 'control'],
  refusals: ['view_not_yours', 'view_shared_by_lead'],
  needsNumber: false,
  reads: ({ view }, { actor }) => [
    { type: 'view', id: view },
    { type: 'operator', id: actor },
  ],
  decide(records, { view: id, ...said }, { command, at }) {
    const before = records.get('view', id);
    if (before !== undefined && before.owner !== command.actor) return refuse('view_not_yours');
    if (said.isShared && records.get('operator', command.actor)?.role !== 'lead')
      return refuse('view_shared_by_lead');
    // A later word is not undone by an earlier one that travelled longer.
    const isStale = before !== undefined && before.at > at;
    const after = { id, region: command.region, owner: command.actor, ...said, at };
    return {
      ok: true,
      writes: [write('view', isStale ? before : after)],
      subject: { type: 'view', id },
      data: { name: said.name },
    };
  },
});
