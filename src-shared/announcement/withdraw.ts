import { z } from 'zod';
import { AnnouncementId } from '../brand.ts';
import { defineCommand, refuse } from '../command/spec.ts';
import { write } from '../record/model.ts';

/** Takes an announcement back before its time: the water is there again. Saving it again brings it back. */
export const announcementWithdraw = defineCommand({
  kind: 'announcement.withdraw',
  v: 1,
  payload: z.strictObject({ announcement: AnnouncementId, expected: z.int().positive() }),
  mayRun: ['lead'],
  refusals: ['announcement_unknown', 'announcement_changed'],
  needsNumber: false,
  reads: ({ announcement }) => [{ type: 'announcement', id: announcement }],
  decide(view, { announcement: id, expected }, { command, at }) {
    const before = view.get('announcement', id);
    if (before === undefined) return refuse('announcement_unknown');
    const { title, version } = before;
    if (version !== expected) return refuse('announcement_changed', { title });
    const withdrawn = {
      ...before,
      state: 'withdrawn',
      version: version + 1,
      savedBy: command.actor,
      savedAt: at,
    } as const;
    return {
      ok: true,
      writes: [write('announcement', withdrawn)],
      subject: { type: 'announcement', id },
      data: { title },
    };
  },
});
