import { z } from 'zod';
import { AnnouncementId } from '../brand.ts';
import { defineCommand } from '../command/spec.ts';
import { takeOut } from '../knowledge/written.ts';

/** Takes an announcement back before its time: the water is there again. Saving it again brings it back. */
export const announcementWithdraw = defineCommand({
  kind: 'announcement.withdraw',
  v: 1,
  payload: z.strictObject({ announcement: AnnouncementId, expected: z.int().positive() }),
  mayRun: ['lead'],
  refusals: ['announcement_unknown', 'announcement_changed'],
  needsNumber: false,
  reads: ({ announcement }) => [{ type: 'announcement', id: announcement }],
  decide: (view, { announcement: id, expected }, facts) =>
    takeOut('announcement', view.get('announcement', id), expected, facts),
});
