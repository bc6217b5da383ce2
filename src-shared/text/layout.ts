/** A keyboard layout: what the same key types in each. */
export type Layout = 'en' | 'uk' | 'ru';

/** The letter keys in one order, by their place: what each types without Shift. */
const PLAIN: Readonly<Record<Layout, string>> = {
  en: "`qwertyuiop[]asdfghjkl;'zxcvbnm,./\\",
  uk: "'йцукенгшщзхїфівапролджєячсмитьбю.ґ",
  ru: 'ёйцукенгшщзхъфывапролджэячсмитьбю.\\',
};
const SHIFTED: Readonly<Record<Layout, string>> = {
  en: '~QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>?|',
  uk: '₴ЙЦУКЕНГШЩЗХЇФІВАПРОЛДЖЄЯЧСМИТЬБЮ,Ґ',
  ru: 'ЁЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ,/',
};

function tableOf(from: Layout, to: Layout): ReadonlyMap<string, string> {
  const table = new Map<string, string>();
  for (const keys of [PLAIN, SHIFTED]) {
    for (const [index, key] of [...keys[from]].entries()) {
      const typed = [...keys[to]][index];
      // A sign of both rows keeps its first meaning.
      if (typed !== undefined && !table.has(key)) table.set(key, typed);
    }
  }
  return table;
}

const LAYOUTS = ['en', 'uk', 'ru'] as const;
const tables = new Map(
  LAYOUTS.flatMap((from) => LAYOUTS.map((to) => [`${from}>${to}`, tableOf(from, to)] as const)),
);

/** The text as the same keys would have typed it in another layout. What no key of the first layout types stays. */
export function turnLayout(text: string, from: Layout, to: Layout): string {
  const table = tables.get(`${from}>${to}`);
  return [...text].map((sign) => table?.get(sign) ?? sign).join('');
}

/** Consonants in a row that no word of these languages begins with, and pairs that hardly stand in any. */
const LATIN_VOWEL = /[aeiouy]/i;
/** Pairs of letters common in English words and in names written in Latin letters. */
const LATIN_PAIRS =
  /th|he|in|er|an|re|on|at|en|nd|ti|es|or|te|of|ed|is|it|al|ar|st|to|nt|ng|se|ha|as|ou|io|le|ve|co|me|de|hi|ri|ro|ic|ne|ea|ra|ce|li|ch|ll|be|ma|si|om|ur|ko|sh|ka|ya|vo|ol|mi|ki|na|sk|ov|iv|uk|ho|oo|ai|us|no|wi|pe|la|ow|el|lo/gi;
/** Pairs of Cyrillic letters that are common in Ukrainian or Russian. */
const CYRILLIC_PAIRS =
  /на|но|ст|то|по|ко|пр|ро|во|ра|не|ни|ов|ал|ен|ер|ан|ін|та|ти|да|до|за|ви|ка|ли|ло|ре|ве|ос|ом|он|го|ма|ми|ва|ла|ри|ор|ви|де|ди|ки|лі|мо|об|од|ол|пе|се|си|сл|ті|уч|чи|ає|ть|ня|ся|ят|ьк|ий|ій|ої|ці|ць|ше|ює|ск|ль|ет|ит|ел|ес|ем|ат|ас|ам|ак|аз|ав|ив|ил|им|ин|ис|уб|уд|ул|ум|ус|их|хо|ах|че|ча|ку|ну|ту|ду|лу|ру|му|су|бу|ві|ні|рі|сі|вы|ый|ая|ое|ые|ть|бо|ба|бе|бі|те|хт|ще|що|пи|па|пі|ку|кр|гр|др|тр|вс|зв|зн|св|сп|ик|ок|ек|ож|ош|ощ|ющ|яс|юд|иє|еч|ир|яр|юв|їн|ої|їв/g;

function share(text: string, pairs: RegExp): number {
  const letters = [...text].length;
  if (letters < 2) return 0;
  let hits = 0;
  for (let at = 0; at < text.length - 1; at += 1) {
    if (text.slice(at, at + 2).match(pairs)) hits += 1;
  }
  return hits / (letters - 1);
}

/** Whether a word in Latin letters may well be one: a brand, a name, a word of English. */
export function looksLatin(word: string): boolean {
  return LATIN_VOWEL.test(word) && share(word.toLowerCase(), LATIN_PAIRS) >= 0.4;
}

/** Fewer letters say nothing about the layout. */
const LEAST_LETTERS = 3;

/**
 * The text as it was meant, when it looks as if the keyboard stood in another layout: `ghbdsn` gives `привіт`, `руддщ` gives `hello`.
 * @param language of the Cyrillic meant: the interface's own
 * @returns null when it looks right as it is, or when nothing can be said
 */
export function mistyped(text: string, language: 'uk' | 'ru' = 'uk'): string | null {
  const trimmed = text.trim();
  const latin = (trimmed.match(/[a-z]/gi) ?? []).length;
  const cyrillic = (trimmed.match(/\p{Script=Cyrillic}/gu) ?? []).length;
  if (latin + cyrillic < LEAST_LETTERS || (latin > 0 && cyrillic > 0)) return null;
  // What people spell out in Latin letters on purpose.
  if (/@|:\/\/|www\./.test(trimmed) || /\d/.test(trimmed)) return null;
  return latin > 0 ? meantCyrillic(trimmed, language) : meantLatin(trimmed, language);
}

function meantCyrillic(text: string, language: 'uk' | 'ru'): string | null {
  const turned = turnLayout(text, 'en', language);
  const now = share(text.toLowerCase(), LATIN_PAIRS);
  const then = share(turned.toLowerCase(), CYRILLIC_PAIRS);
  // A word without a vowel, or with a key's sign inside, is hardly a Latin one.
  const isOdd = /[a-z][;'[\]`,.][a-z]/i.test(text) || !LATIN_VOWEL.test(text);
  return then >= 0.35 && then > now + (isOdd ? -0.1 : 0.2) ? turned : null;
}

function meantLatin(text: string, language: 'uk' | 'ru'): string | null {
  const turned = turnLayout(text, language, 'en');
  const now = share(text.toLowerCase(), CYRILLIC_PAIRS);
  const then = share(turned.toLowerCase(), LATIN_PAIRS);
  return then >= 0.6 && then - now >= 0.4 && /^[a-z\s]+$/i.test(turned) && LATIN_VOWEL.test(turned)
    ? turned
    : null;
}
