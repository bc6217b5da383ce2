import type { NameFact } from './model.ts';

const WORD = /\p{L}[\p{L}'’ʼ-]*/gu;
/** Patronymics in the case a person is called by. */
const PATRONYMIC =
  /(?:ович|евич|євич|йович|ьович|ійович|ївна|івна|овна|евна|инична|ична)$|^(?:ілліч|ильич|кузьмич|лукич|хомич|фомич|ілліч|лукінічна|іллівна)$/iu;
const CAPITAL = /^\p{Lu}/u;
/** Words beside a name that are no surname. */
const NO_SURNAME =
  /^(?:дзвон\p{L}*|звон\p{L}*|зверну\p{L}*|обрати\p{L}*|заявни\p{L}*|заявител\p{L}*|абонент\p{L}*|пан|пані|пенсіонер\p{L}*|це|это|я|зват[иь]|зовут|прізвище|фамилия|піб|фио|сусід\p{L}*|сосед\p{L}*)$/iu;
const TELLS =
  /^(?:заявни\p{L}*|заявител\p{L}*|абонент\p{L}*|звати|зовут|прізвище|фамилия|піб|фио|пан|пані)$/iu;

interface Token {
  readonly word: string;
  readonly from: number;
  readonly to: number;
}

/** Persons named with their patronymic: nothing else is sure enough. Small letters count on a line of their own and after words such as "заявник". */
export function namesIn(text: string): NameFact[] {
  const tokens: Token[] = [...text.matchAll(WORD)].map(({ 0: word, index }) => ({
    word,
    from: index,
    to: index + word.length,
  }));
  const found: NameFact[] = [];
  for (const [at, patronymic] of tokens.entries()) {
    const given = tokens[at - 1];
    if (given === undefined || patronymic.word.length < 5 || !PATRONYMIC.test(patronymic.word)) continue;
    if (!isBeside(text, given, patronymic) || given.from < (found.at(-1)?.to ?? 0)) continue;
    const name = nameAround(text, tokens, at);
    if (name !== null) found.push(name);
  }
  return found;
}

function nameAround(text: string, tokens: readonly Token[], at: number): NameFact | null {
  const [patronymic, given] = [tokens[at], tokens[at - 1]];
  if (patronymic === undefined || given === undefined) return null;
  const before = beside(text, tokens[at - 2], given);
  const after = beside(text, patronymic, tokens[at + 1], true);
  const isProper = CAPITAL.test(given.word) && CAPITAL.test(patronymic.word);
  const isSurname = (token: Token | null) =>
    token !== null &&
    token.word.length > 1 &&
    !NO_SURNAME.test(token.word) &&
    (!isProper || CAPITAL.test(token.word));
  const surname = isSurname(before) ? before : isSurname(after) ? after : null;
  const [from, to] = [
    Math.min(given.from, surname?.from ?? given.from),
    Math.max(patronymic.to, surname?.to ?? 0),
  ];
  if (!isProper && !isAlone(text, from, to) && !isTold(text, tokens, from)) return null;
  // In small letters only a whole name is sure.
  if (!isProper && surname === null) return null;
  return {
    kind: 'name',
    from,
    to,
    surname: surname === null ? '' : written(surname.word),
    givenName: written(given.word),
    patronymic: written(patronymic.word),
  };
}

function beside(
  text: string,
  first: Token | undefined,
  second: Token | undefined,
  wantsSecond = false,
): Token | null {
  if (first === undefined || second === undefined || !isBeside(text, first, second)) return null;
  return wantsSecond ? second : first;
}

function isBeside(text: string, first: Token, second: Token): boolean {
  return /^[^\S\n]+$/.test(text.slice(first.to, second.from));
}

function isAlone(text: string, from: number, to: number): boolean {
  const line = text.slice(text.lastIndexOf('\n', from - 1) + 1, from);
  const rest = /^[^\n,;.]*/.exec(text.slice(to))?.[0] ?? '';
  return line.trim() === '' && rest.trim() === '';
}

function isTold(text: string, tokens: readonly Token[], from: number): boolean {
  const before = tokens.filter(({ to }) => to <= from).at(-1);
  return before !== undefined && TELLS.test(before.word) && /^[\s:–—-]+$/.test(text.slice(before.to, from));
}

function written(word: string): string {
  const lower = CAPITAL.test(word) && !/^\p{Lu}{2,}/u.test(word) ? word : word.toLowerCase();
  return lower.replace(/(?<=^|-)\p{L}/gu, (letter) => letter.toUpperCase());
}
