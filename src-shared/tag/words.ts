import en from '../locale/en/tag.json' with { type: 'json' };
import ru from '../locale/ru/tag.json' with { type: 'json' };
import uk from '../locale/uk/tag.json' with { type: 'json' };
import type { Tag } from './model.ts';

/** A tag in the words of every language, by which a call is found. */
export function tagWords(tag: Tag): string[] {
  return [uk, ru, en].map((texts) => texts[`of.${tag}`]);
}
