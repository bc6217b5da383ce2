import { z } from 'zod';
import { AppealId } from '../brand.ts';
import { defineCommand, refuse } from '../command/spec.ts';
import { write } from '../record/model.ts';
import { FileFacts } from './model.ts';

/**
 * Adds a file to an appeal. The command carries what is said about the file and never waits for its bytes, which travel apart
 * (sync specification 1.12). Files are only ever added.
 */
export const appealAttach = defineCommand({
  kind: 'appeal.attach',
  v: 1,
  payload: z.strictObject({ appeal: AppealId, file: FileFacts }),
  mayRun: ['operator', 'lead', 'control'],
  refusals: ['appeal_unknown'],
  needsNumber: false,
  reads: (payload) => [{ type: 'appeal', id: payload.appeal }],
  decide(view, payload, { command, at }) {
    const appeal = view.get('appeal', payload.appeal);
    if (!appeal) return refuse('appeal_unknown');
    const attachment = write('attachment', {
      id: command.id,
      region: command.region,
      appeal: appeal.id,
      file: payload.file,
      by: command.actor,
      at,
      state: 'awaited',
    });
    return {
      ok: true,
      writes: [attachment],
      subject: { type: 'appeal', id: appeal.id },
      data: { number: appeal.number, name: payload.file.name, size: payload.file.size },
    };
  },
});
