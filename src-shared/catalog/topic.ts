import type { CatalogLanguage } from './authority.ts';
import data from './topics.json' with { type: 'json' };

/** A topic an operator can choose, with the everyday words by which callers name it. */
export interface Topic {
  readonly code: string;
  readonly uk: string;
  readonly ru: string;
  readonly en: string;
  readonly group: { readonly code: string; readonly uk: string; readonly ru: string; readonly en: string };
  /** Proposed executors, the first is the main one. */
  readonly authorities: readonly string[];
  readonly usuallyUrgent: boolean;
  readonly words: { readonly uk: readonly string[]; readonly ru: readonly string[] };
}

/** Every topic in the order of the tree. */
export const topics: readonly Topic[] = data.groups.flatMap((group) =>
  group.leaves.map((leaf) => ({
    code: leaf.code,
    uk: leaf.uk,
    ru: leaf.ru,
    en: leaf.en,
    group: { code: group.code, uk: group.uk, ru: group.ru, en: group.en },
    authorities: leaf.typical_authority_ids,
    usuallyUrgent: leaf.usually_urgent,
    words: { uk: leaf.words_uk, ru: leaf.words_ru },
  })),
);

const byCode = new Map(topics.map((topic) => [topic.code, topic]));

/** A topic by its code. */
export function topicByCode(code: string): Topic | undefined {
  return byCode.get(code);
}

/** Name of a topic in a language; its code if the classifier no longer holds it. */
export function topicName(code: string, language: CatalogLanguage): string {
  return byCode.get(code)?.[language] ?? code;
}
