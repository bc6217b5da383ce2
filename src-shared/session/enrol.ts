import { z } from 'zod';
import { RegionId, WorkstationId } from '../brand.ts';

/** A pairing code as made by the administrator's command: eight digits, shown as `1234-5678`, valid once. */
export const PairingCode = z
  .string()
  .transform((text) => text.replace(/[\s-]/g, ''))
  .pipe(z.string().regex(/^\d{8}$/));

/** POST /enrol: a new workstation presents the pairing code. `request` makes a repeat after a lost answer safe. */
export const EnrolRequest = z.strictObject({
  request: z.uuid(),
  code: z.string().max(20),
  name: z.string().trim().min(1).max(100),
  /**
   * What this workstation was at a centre that no longer knows it: the centre lets it be the same again, if nobody else is, so that
   * its unsent work and the numbers it told stay valid.
   */
  former: z.strictObject({ workstation: WorkstationId, series: z.int().positive() }).optional(),
});
export type EnrolRequest = z.infer<typeof EnrolRequest>;

export const EnrolAnswer = z.strictObject({
  request: z.uuid(),
  workstation: WorkstationId,
  /** Bearer secret of the workstation; sent with every later request. */
  secret: z.string().min(32),
  region: RegionId,
  regionName: z.strictObject({ uk: z.string(), ru: z.string(), en: z.string() }),
  /** Prefix of registration numbers. */
  office: z.string().min(1).max(4),
  series: z.int().positive(),
});
export type EnrolAnswer = z.infer<typeof EnrolAnswer>;
