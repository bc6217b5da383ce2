import { z } from 'zod';
import { OperatorId } from '../brand.ts';
import { Instant } from '../clock.ts';

/** What may threaten a life, by the centre's rule for urgent appeals; in the order in which they are shown. */
export const DangerKind = z.enum([
  'fire',
  'gas',
  'rescue',
  'medical',
  'suicide',
  'violence',
  'child',
  'explosive',
  'wire',
  'life',
  'flood',
  'frost',
  'evacuation',
]);
export type DangerKind = z.infer<typeof DangerKind>;

/** Whom the caller is sent to. */
export const RescueService = z.enum(['101', '102', '103', '104', '112']);
export type RescueService = z.infer<typeof RescueService>;

/** What to read aloud for a kind of danger is the text `danger:say.<kind>`; the service is the number in it. */
export const SERVICE_OF: Readonly<Record<DangerKind, RescueService>> = {
  fire: '101',
  gas: '104',
  rescue: '101',
  medical: '103',
  suicide: '103',
  violence: '102',
  child: '102',
  explosive: '101',
  wire: '112',
  life: '112',
  flood: '112',
  frost: '112',
  evacuation: '112',
};

/** That a caller was told whom to ring: of what, by which words, when and by whom. */
export const DangerTold = z.strictObject({
  kind: DangerKind,
  service: RescueService,
  /** As typed. */
  words: z.array(z.string()),
  toldAt: Instant,
  by: OperatorId,
});
export type DangerTold = z.infer<typeof DangerTold>;
