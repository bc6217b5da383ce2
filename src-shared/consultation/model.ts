import { z } from 'zod';
import {
  AnnouncementId,
  AppealId,
  ArticleId,
  CallId,
  ConsultationId,
  OperatorId,
  RegionId,
} from '../brand.ts';
import { Day, Instant } from '../clock.ts';

/** A question answered at once: counted by topic, no appeal is registered. */
export const Consultation = z.strictObject({
  id: ConsultationId,
  region: RegionId,
  call: CallId,
  operator: OperatorId,
  topic: z.string().min(1).max(20),
  district: z.string().max(20),
  answer: z.string().max(20_000),
  recordedAt: Instant,
  day: Day,
  /** The registered appeal the caller asked about; absent for any other question. */
  about: AppealId.optional(),
  /** The matter is not for this centre: the body the caller was sent to. Help given all the same, and counted as such. */
  notOurs: z.string().max(60).optional(),
  /** The article of the knowledge base it was answered with; absent for an answer of the operator's own. */
  article: ArticleId.optional(),
  /** What is announced for the caller's place and was told to them; absent for any other question. */
  announcement: AnnouncementId.optional(),
});
export type Consultation = z.infer<typeof Consultation>;
