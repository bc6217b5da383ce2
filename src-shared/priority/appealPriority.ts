import type { Appeal } from '../appeal/model.ts';
import type { Applicant } from '../applicant/model.ts';
import { priorityOf } from '../catalog/classifier.ts';
import type { Day } from '../clock.ts';

/**
 * What an appeal comes before others for, the most pressing first: danger to life was spoken of; it cannot wait; the head looks at it in
 * person (Law 393/96-ВР, article 16); the applicant has statutory benefits (article 20). The order is one of work; no term gets shorter by it.
 */
export const PRIORITY_LEVELS = ['danger', 'urgent', 'head', 'first', 'ordinary'] as const;
export type PriorityLevel = (typeof PRIORITY_LEVELS)[number];

/** What decides about the priority of an appeal. */
export interface PriorityFacts {
  readonly appeal: Pick<Appeal, 'urgent' | 'categories'>;
  /** Null where the card is not held here: then what was recorded with the appeal counts. */
  readonly applicant: Pick<Applicant, 'benefits'> | null;
  /** The caller was told whom to ring about a danger to life. */
  readonly isDangerTold: boolean;
}

/** Categories recorded with an appeal that still count on a day: one whose proof has run out since raises nothing. */
export function categoriesInForce(
  { appeal, applicant }: Pick<PriorityFacts, 'appeal' | 'applicant'>,
  today: Day,
): string[] {
  const benefits = applicant?.benefits ?? [];
  return (appeal.categories ?? []).filter((code) => {
    const proofs = benefits.filter((benefit) => benefit.code === code);
    return proofs.length === 0 || proofs.some(({ until }) => until === null || until >= today);
  });
}

/** What an appeal comes before others for on a day. */
export function appealPriority(facts: PriorityFacts, today: Day): PriorityLevel {
  if (facts.isDangerTold) return 'danger';
  if (facts.appeal.urgent) return 'urgent';
  const level = priorityOf(categoriesInForce(facts, today));
  return level === 2 ? 'head' : level === 1 ? 'first' : 'ordinary';
}

/** Place in an order of work: the smaller the sooner. */
export function priorityRank(level: PriorityLevel): number {
  return PRIORITY_LEVELS.indexOf(level);
}
