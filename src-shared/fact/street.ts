import type { StreetFact } from './model.ts';

/** What kind of street it is: how it is written, in which form, and what its adjectives agree with. */
interface Type {
  readonly written: string;
  readonly form: RegExp;
  /** Forms in which the name was told in another case than it is called by. */
  readonly oblique: RegExp;
  readonly gender: 'feminine' | 'masculine';
}

/** Kinds of streets, in Ukrainian and Russian; longer forms first. */
const TYPES: readonly Type[] = [
  type('вул.', 'вулиц\\p{L}{1,2}|вул\\.?', 'вулиці|вулицю|вулицею', 'feminine'),
  type('ул.', 'улиц\\p{L}{1,2}|ул\\.?', 'улице|улицу|улицы|улицей', 'feminine'),
  type('просп.', 'проспект\\p{L}{0,2}|просп\\.?|пр-?к?т\\.?', 'проспект\\p{L}+', 'masculine'),
  type('пров.', 'провул(?:ок|к\\p{L}{1,2})|пров\\.?', 'провулк\\p{L}+', 'masculine'),
  type('пер.', 'переул(?:ок|к\\p{L}{1,2})|пер\\.', 'переулк\\p{L}+', 'masculine'),
  type('бульв.', 'бульвар\\p{L}{0,2}|бульв\\.?|б-р', 'бульвар\\p{L}+', 'masculine'),
  type('пл.', 'площ[аіу]|пл\\.', 'площі|площу', 'feminine'),
  type('наб.', 'набережн[аійую]{1,2}|наб\\.', 'набережн(?:ій|у|ої)', 'feminine'),
  type('шосе', 'шосс?е', '$^', 'masculine'),
  type('мкр.', 'мікрорайон\\p{L}{0,2}|мікр-н|мкр\\.?|мкрн\\.?|ж/м', 'мікрорайон\\p{L}+', 'masculine'),
];

function type(written: string, form: string, oblique: string, gender: Type['gender']): Type {
  return {
    written,
    form: new RegExp(`^(?:${form})$`, 'iu'),
    oblique: new RegExp(`^(?:${oblique})$`, 'iu'),
    gender,
  };
}

const WORD = "\\p{L}[\\p{L}'’ʼ-]*\\.?";
/** `8 Березня`, `40-річчя Перемоги`, `Лесі Українки`. */
const NAME = `(?:\\d{1,3}(?:-\\p{L}{1,7})?\\s+)?${WORD}(?:[^\\S\\n]+${WORD}){0,3}`;
const START = new RegExp(
  `(?<![\\p{L}\\d])(вулиц\\p{L}{1,2}|улиц\\p{L}{1,2}|вул\\.?|ул\\.?|проспект\\p{L}{0,2}|просп\\.?|пр-?к?т\\.?|провул(?:ок|к\\p{L}{1,2})|пров\\.?|переул(?:ок|к\\p{L}{1,2})|пер\\.|бульвар\\p{L}{0,2}|бульв\\.?|б-р|площ[аіу]|пл\\.|набережн[аійую]{1,2}|наб\\.|шосс?е|мікрорайон\\p{L}{0,2}|мікр-н|мкрн?\\.?|ж/м)[^\\S\\n]*(?<=[\\s.])(${NAME})`,
  'giu',
);
const LETTER = '(?:[-/]?[а-яґєіїa-z](?![\\p{L}])|[^\\S\\n][а-яґєії](?=[^\\S\\n]*(?:,|кв|$)))';
const HOUSE = new RegExp(
  `^[^\\S\\n]*,?[^\\S\\n]*(?:(?:буд(?:инок|инку)?|дом[а]?|б|д)(?:\\.|(?=\\s))[^\\S\\n]*)?№?[^\\S\\n]*(\\d{1,4}(?:/\\d{1,4})?${LETTER}?)(?!\\d|[:.-]\\d|\\p{L})`,
  'iu',
);
const FLAT =
  /^[^\S\n]*,?[^\S\n]*(?:кв(?:артир[аіуы])?)(?:\.|(?=[\s\d]))[^\S\n]*№?[^\S\n]*(\d{1,4}[а-яґєії]?)(?![\p{L}\d])/iu;
/** A word for the kind of street that is shortened stands before a name alone; a whole one may be any word of a sentence. */
const SHORT = 5;
/** Words that begin what follows the name. */
const AFTER = /^(?:буд(?:инок|инку)?|дома?|б|д|кв(?:артир[аіуы])?)\.?$/iu;

/**
 * Streets in a text, with house and flat. A name is sure when it begins with a capital, when a house follows it, or when it is a single word
 * before a comma or the end of the line; told in another case, it is put into the one it is called by, where that is plain.
 */
export function streetsIn(text: string): StreetFact[] {
  return [...text.matchAll(START)].flatMap((match) => {
    const [whole, typed = '', words = ''] = match;
    const nameFrom = match.index + whole.length - words.length;
    const name = nameIn(text, nameFrom, words, typed.length <= SHORT);
    const kind = TYPES.find(({ form }) => form.test(typed));
    if (name === null || kind === undefined) return [];
    const called = kind.oblique.test(typed) ? named(name.words, kind) : name.words;
    const house = HOUSE.exec(text.slice(name.to));
    const afterHouse = name.to + (house?.[0].length ?? 0);
    const flat = house === null ? null : FLAT.exec(text.slice(afterHouse));
    return {
      kind: 'street' as const,
      from: match.index,
      to: afterHouse + (flat?.[0].length ?? 0),
      street: `${kind.written} ${called}`,
      building: (house?.[1] ?? '').replace(/\s/g, ''),
      flat: flat?.[1] ?? '',
    };
  });
}

/** How much of the words after the kind of street is its name; null when that is not sure. */
function nameIn(
  text: string,
  from: number,
  words: string,
  isShort: boolean,
): { words: string; to: number } | null {
  const all = [...words.matchAll(/\S+/g)].map(({ 0: word, index }) => ({ word, from: index }));
  const cut = all.findIndex(({ word }) => AFTER.test(word));
  const own = cut === -1 ? all : all.slice(0, cut);
  const last = own.at(-1);
  if (last === undefined || !own.some(({ word }) => /\p{L}/u.test(word))) return null;
  const upTo = (count: number) => {
    const end = own[count - 1] ?? last;
    const to = from + end.from + end.word.length;
    return { words: capital(text.slice(from, to)), to };
  };
  const whole = upTo(own.length);
  // The house tells where the name ends, whatever its letters.
  if (own.length <= 3 && HOUSE.test(text.slice(whole.to))) return whole;
  const proper = own.findIndex(({ word }) => !/^[\p{Lu}\d]/u.test(word));
  const capitals = proper === -1 ? own.length : proper;
  if (capitals > 0 && own.slice(0, capitals).some(({ word }) => /\p{L}/u.test(word))) return upTo(capitals);
  const isAlone = isShort && own.length === 1 && /^[^\S\n]*(?:[,;\n]|$)/.test(text.slice(whole.to));
  return isAlone ? whole : null;
}

function capital(name: string): string {
  return name.replace(/^\p{L}/u, (letter) => letter.toUpperCase());
}

/** Adjectives that end in -ня. */
const SOFT = /(?:верх|ниж|серед|літ|осін|даль|край|півден|північ)н$/iu;

/** The name in the case it is called by: adjectives told in another one; nouns in the genitive, such as `Шевченка`, stay. */
function named(name: string, { written, gender }: Type): string {
  return name
    .split(/(\s+)/)
    .map((word) => {
      if (gender === 'masculine') return word.replace(/(?<=\p{L}{2})ому$/u, written === 'пер.' ? 'ый' : 'ий');
      if (written === 'ул.') return word.replace(/(?<=\p{L}{2})(?:ой|ую)$/u, 'ая');
      return word
        .replace(/(?<=\p{L}{2})(?:ьої|ьою|ю)$/u, 'я')
        .replace(/^(.+)(?:ій)$/u, (_whole, stem: string) => `${stem}${SOFT.test(stem) ? 'я' : 'а'}`)
        .replace(/(?<=\p{L}{2})(?:ої|ою|у)$/u, 'а');
    })
    .join('');
}
