/** What a placeholder may stand for and the card or the clock knows. */
export type KnownPlaceholder = 'caller' | 'number' | 'address' | 'today' | 'time' | 'operator';

/** Their names in braces, in each language of the centre; a lead writes any of them. */
const NAMES: Readonly<Record<KnownPlaceholder, readonly string[]>> = {
  caller: ['заявник', 'абонент', 'заявитель', 'caller'],
  number: ['номер', 'телефон', 'number', 'phone'],
  address: ['адреса', 'адрес', 'address'],
  today: ['сьогодні', 'сегодня', 'today'],
  time: ['час', 'время', 'time'],
  operator: ['оператор', 'operator'],
};
const known = new Map(
  Object.entries(NAMES).flatMap(([what, names]) =>
    names.map((name) => [name, what as KnownPlaceholder] as const),
  ),
);

/** A stretch of a text. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

const PLACEHOLDER = /\{([^{}\n]{1,60})\}/g;

/**
 * The text with everything known filled in. What is not known, and free placeholders such as `{коли відключили}`, stay in their braces for
 * the operator.
 */
export function fillPlaceholders(
  text: string,
  values: Readonly<Partial<Record<KnownPlaceholder, string>>>,
): string {
  return text.replace(PLACEHOLDER, (whole, name: string) => {
    const what = known.get(name.trim().toLowerCase());
    const value = what === undefined ? undefined : values[what];
    return value === undefined || value === '' ? whole : value;
  });
}

/** The first placeholder that begins at `from` or after it; null when there is none. */
export function nextPlaceholder(text: string, from: number): Stretch | null {
  for (const match of text.matchAll(PLACEHOLDER)) {
    if (match.index >= from) return { from: match.index, to: match.index + match[0].length };
  }
  return null;
}

/** Where to go after a snippet of this length was put in at a place: its first free placeholder, else behind it. */
export function afterSnippet(text: string, from: number, length: number): Stretch {
  const free = nextPlaceholder(text, from);
  const end = from + length;
  return free !== null && free.to <= end ? free : { from: end, to: end };
}
