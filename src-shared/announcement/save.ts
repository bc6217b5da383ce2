import { z } from 'zod';
import { AnnouncementId } from '../brand.ts';
import { defineCommand, refuse } from '../command/spec.ts';
import { unseen } from '../knowledge/written.ts';
import { write } from '../record/model.ts';
import { AnnouncementText } from './model.ts';

/** Publishes an announcement, changes it (a longer outage, one more street) or brings a withdrawn one back. */
export const announcementSave = defineCommand({
  kind: 'announcement.save',
  v: 1,
  payload: z.strictObject({
    announcement: AnnouncementId,
    /** The version its author saw; 0 for a new one. */
    expected: z.int().nonnegative(),
    text: AnnouncementText,
  }),
  mayRun: ['lead'],
  refusals: ['announcement_unknown', 'announcement_changed', 'announcement_times'],
  needsNumber: false,
  reads: ({ announcement }) => [{ type: 'announcement', id: announcement }],
  decide(view, { announcement: id, expected, text }, { command, at }) {
    const before = view.get('announcement', id);
    const refused = unseen('announcement', before, expected);
    if (refused !== null) return refused;
    if (text.from >= text.until) return refuse('announcement_times');
    const saved = write('announcement', {
      ...text,
      id,
      region: command.region,
      state: 'published',
      version: expected + 1,
      savedBy: command.actor,
      savedAt: at,
      // Counted by those who told it, not by those who wrote it.
      told: before?.told ?? 0,
    });
    return { ok: true, writes: [saved], subject: { type: 'announcement', id }, data: { title: text.title } };
  },
});
