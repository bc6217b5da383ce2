import { type Authority, authorities } from '../../src-shared/catalog/authority.ts';
import { type ClassifierItem, FACETS, type Facet } from '../../src-shared/catalog/classifier.ts';
import { type District, districts } from '../../src-shared/catalog/district.ts';
import { type Topic, topicByCode, topics } from '../../src-shared/catalog/topic.ts';
import type { Language } from '../../src-shared/settings/model.ts';
import type { Choice } from './choice.ts';
import { searchWords } from './searchWords.ts';

/** The three names of something, for finding it in whatever language the caller or the operator speaks. */
function names(entry: { uk: string; ru: string; en: string }): string[] {
  return [entry.uk, entry.ru, entry.en];
}

/** Groups in the order of the tree. */
const topicGroups = [...new Map(topics.map(({ group }) => [group.code, group])).values()];

const topicSearches = perLanguage((language) =>
  searchWords<Topic>(
    topics.map((topic) => ({
      item: topic,
      name: topic[language],
      words: [...topic.words.uk, ...topic.words.ru, ...names(topic)],
      group: names(topic.group).join(' '),
    })),
  ),
);

const districtSearches = perLanguage((language) =>
  searchWords<District>(
    districts.map((district) => ({
      item: district,
      name: district[language],
      words: names(district),
      group: district.cities.flatMap(names).join(' '),
    })),
  ),
);

const authoritySearches = perLanguage((language) =>
  searchWords<Authority>(
    authorities.map((authority) => ({
      item: authority,
      name: authority[language],
      words: names(authority),
      group: '',
    })),
  ),
);

function perLanguage<T>(build: (language: Language) => T): (language: Language) => T {
  const built = new Map<Language, T>();
  return (language) => {
    const search = built.get(language) ?? build(language);
    built.set(language, search);
    return search;
  };
}

const groupSearches = perLanguage((language) =>
  searchWords<Topic['group']>(
    topicGroups.map((group) => ({ item: group, name: group[language], words: names(group), group: '' })),
  ),
);

/**
 * Topics by name or everyday word, the group as the path. A group stands before its first topic where the words name it, and says that
 * it cannot be chosen.
 * @param parent how a group says so
 */
export function findTopics(language: Language, query: string, parent: string): Choice[] {
  const groups = new Map(groupSearches(language)(query).map((group) => [group.code, group]));
  return topicSearches(language)(query).flatMap((topic) => {
    const group = groups.get(topic.group.code);
    groups.delete(topic.group.code);
    const head = group && {
      value: `group.${group.code}`,
      label: group[language],
      path: parent,
      disabled: true,
    };
    return head ? [head, topicOption(topic, language)] : [topicOption(topic, language)];
  });
}

/** A topic as a choice; null for an empty code, the bare code for one that was retired. */
export function topicChoice(code: string, language: Language): Choice | null {
  if (code === '') return null;
  const topic = topicByCode(code);
  return topic ? topicOption(topic, language) : { value: code, label: code };
}

function topicOption(topic: Topic, language: Language): Choice {
  return { value: topic.code, label: topic[language], path: topic.group[language] };
}

/** Districts by their own name or by a town in them. */
export function findDistricts(language: Language, query: string): Choice[] {
  return districtSearches(language)(query).map((district) => ({
    value: district.code,
    label: district[language],
  }));
}

/** Authorities by any word of their names; those proposed for the topic come first. */
export function findAuthorities(
  language: Language,
  query: string,
  proposed: readonly string[],
  hint: string,
): Choice[] {
  const rank = (id: string) => (proposed.includes(id) ? proposed.indexOf(id) : proposed.length);
  return authoritySearches(language)(query)
    .map((authority) => ({
      value: authority.id,
      label: authority[language],
      path: proposed.includes(authority.id) ? hint : undefined,
    }))
    .sort((a, b) => rank(a.value) - rank(b.value));
}

const facetSearches = perLanguage(
  (language) =>
    Object.fromEntries(
      Object.entries(FACETS).map(([facet, items]) => [
        facet,
        searchWords<ClassifierItem>(
          items.map((item) => ({ item, name: item[language], words: names(item), group: '' })),
        ),
      ]),
    ) as Record<Facet, (query: string) => ClassifierItem[]>,
);

/** Codes of a facet of the classifier by any word of their names. */
export function findFacet(facet: Facet, language: Language, query: string): Choice[] {
  return facetSearches(language)
    [facet](query)
    .map((item) => ({ value: item.code, label: item[language] }));
}
