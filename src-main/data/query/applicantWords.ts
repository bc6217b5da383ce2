import type { Applicant } from '../../../src-shared/applicant/model.ts';
import { nameKeys } from '../../../src-shared/applicant/same.ts';
import { textQuery } from '../../../src-shared/find/query.ts';
import { nearKey } from '../../../src-shared/text/near.ts';
import { foldForSearch, wordsOf } from '../../../src-shared/text/words.ts';
import type { Desk } from '../desk.ts';

/** The latest cards, which the text index may lack yet: gone through one by one. */
const LOOKED_AT = 200;
/** Letters of a name after which a slip of the pen may come. */
const SURE_LETTERS = 4;

/** Cards in which every word is found: by its beginning first, then in a near spelling of a name. */
export function findCardsByWords(desk: Desk, text: string, limit: number): Applicant[] {
  const words = wordsOf(text);
  if (words.length === 0) return [];
  const keys = words.map(nearKey);
  const exact: Applicant[] = [];
  const near: Applicant[] = [];
  for (const card of desk.stores.records.applicant.latest(LOOKED_AT)) {
    const said = wordsSaid(card);
    if (words.every((word) => said.some((one) => one.startsWith(word)))) exact.push(card);
    else if (near.length < limit && isNear(keys, nameKeys(card))) near.push(card);
  }
  const query = textQuery(text);
  const found = (form: string) =>
    desk.stores.records.textIndex
      .find('applicant', form, limit)
      .map(({ doc }) => JSON.parse(doc) as Applicant);
  const all =
    query === null ? [...exact, ...near] : [...exact, ...found(query.begun), ...near, ...found(query.near)];
  return [...new Map(all.map((card) => [card.id, card])).values()].slice(0, limit);
}

/** Cards with a name that begins alike in its near spelling: among them are those written with a slip. */
export function findCardsAlike(desk: Desk, name: string, limit: number): Applicant[] {
  const beginnings = wordsOf(name).map((word) => [...nearKey(word)].slice(0, SURE_LETTERS).join(''));
  if (beginnings.length === 0) return [];
  const form = beginnings.map((word) => `"${word}"*`).join(' AND ');
  const indexed = desk.stores.records.textIndex
    .find('applicant', `near : (${form})`, limit)
    .map(({ doc }) => JSON.parse(doc) as Applicant);
  const fresh = desk.stores.records.applicant
    .latest(LOOKED_AT)
    .filter((card) => isNear(beginnings, nameKeys(card)));
  return [...new Map([...indexed, ...fresh].map((card) => [card.id, card])).values()];
}

function isNear(keys: readonly string[], names: readonly string[]): boolean {
  return keys.every((key) => names.some((name) => name.startsWith(key)));
}

/** Words by which a card is found; a protected person is not found by where they live. */
function wordsSaid(card: Applicant): string[] {
  const { surname, givenName, patronymic, organisation, address } = card;
  const place = [address.settlement, address.street, address.building ?? ''];
  const said = [surname, givenName, patronymic, organisation, ...(card.isProtected === true ? [] : place)];
  return wordsOf(foldForSearch(said.join(' ')));
}
