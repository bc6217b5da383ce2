import type { CatalogLanguage } from './authority.ts';
import data from './classifier.json' with { type: 'json' };

/** A code of the classifier of resolution 858 with its names. */
export interface ClassifierItem {
  readonly code: string;
  readonly uk: string;
  readonly ru: string;
  readonly en: string;
}

/** Local code of what has no result yet: no result to choose. */
const IN_WORK = '9.L1';

/** Facets people choose from: sign of receipt (2), sex (4), category (7) and social status (8) of the applicant, result (9). */
export const FACETS = {
  receiptSign: data.facets.receipt_sign.items,
  sex: data.facets.sex.items,
  category: data.facets.applicant_category.items,
  socialStatus: data.facets.social_status.items,
  result: data.facets.result.items.filter(({ code }) => code !== IN_WORK),
} as const satisfies Record<string, readonly ClassifierItem[]>;
export type Facet = keyof typeof FACETS;

const byCode = new Map<string, ClassifierItem>(
  Object.values(FACETS).flatMap((items) => items.map((item) => [item.code, item] as const)),
);

/** Name of a code in a language; the code itself if the classifier does not hold it. */
export function classifierName(code: string, language: CatalogLanguage): string {
  return byCode.get(code)?.[language] ?? code;
}

/** An appeal comes first (1), or the head of the body looks at it in person (2); 0 otherwise. */
export type Priority = 0 | 1 | 2;

const priorities = new Map(
  data.facets.applicant_category.items.map((item) => [
    item.code,
    'priority_level' in item ? item.priority_level : 0,
  ]),
);

/** The highest priority that categories of an applicant give (Law 393/96-ВР, articles 16 and 20). */
export function priorityOf(categories: readonly string[]): Priority {
  const levels = categories.map((code) => priorities.get(code) ?? 0);
  if (levels.includes(2)) return 2;
  return levels.includes(1) ? 1 : 0;
}

/** Whether an appeal can end with this code of facet 9. */
export function hasResult(code: string): boolean {
  return FACETS.result.some((item) => item.code === code);
}

/** Code of a first appeal, which every appeal is unless said otherwise. */
export const FIRST_SIGN = '2.1';
