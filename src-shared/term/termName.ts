import data from '../catalog/terms.json' with { type: 'json' };

type Language = 'uk' | 'ru' | 'en';
const names = new Map(data.rules.map((rule) => [rule.id, rule]));

/** Name of a rule of terms in a language; its id if this release does not know it. */
export function termName(id: string, language: Language): string {
  return names.get(id)?.[language] ?? id;
}
