import type { Appeal } from '../appeal/model.ts';
import type { Address, Applicant } from '../applicant/model.ts';
import type { Call } from '../call/model.ts';
import type { Article } from '../knowledge/model.ts';
import { tagWords } from '../tag/words.ts';
import { nearKey } from '../text/near.ts';
import { foldForSearch, wordsOf } from '../text/words.ts';

/** Records that are found by their words. */
export const FOUND_TYPES = ['appeal', 'applicant', 'call', 'article'] as const;
export type FoundType = (typeof FOUND_TYPES)[number];

/** What is indexed of one record. */
export interface FindDocument {
  /** Words in their spelling for finding. */
  readonly body: string;
  /** Names in their near spelling. */
  readonly near: string;
}

function place(address: Address | undefined): string[] {
  if (address === undefined) return [];
  const { settlement, street, building = '', flat = '' } = address;
  return [settlement, street, building, flat];
}

function names(applicant: Applicant): string[] {
  const { organisation, surname, givenName, patronymic } = applicant;
  return [organisation, surname, givenName, patronymic];
}

function documentOf(texts: readonly string[], named: readonly string[]): FindDocument {
  const body = foldForSearch(texts.filter((text) => text !== '').join(' '));
  const near = named.flatMap((name) => wordsOf(name).map(nearKey)).join(' ');
  return { body, near };
}

/**
 * Words of an appeal with those of who made it: `Петренко яма` finds it. A protected applicant is not found by their address; who asked not to
 * be named neither by that nor by name (Law 393/96-ВР, article 10). The remark for colleagues is found by nobody.
 */
export function appealDocument(appeal: Appeal, applicant: Applicant | undefined): FindDocument {
  const named = applicant === undefined || appeal.confidential ? undefined : applicant;
  const who = named === undefined ? [] : names(named);
  const home = named === undefined || named.isProtected ? [] : place(named.address);
  return documentOf([appeal.number, appeal.text, ...place(appeal.place), ...who, ...home], who);
}

/** Words of an applicant's card: names, addresses, e-mail. */
export function applicantDocument(applicant: Applicant): FindDocument {
  if (applicant.isProtected) return documentOf(names(applicant), names(applicant));
  const further = (applicant.addresses ?? []).flatMap(({ address, note }) => [...place(address), note]);
  const texts = [...names(applicant), ...place(applicant.address), ...further, applicant.email ?? ''];
  return documentOf(texts, names(applicant));
}

/** Words of a call: its notes, its tags and the number as it was typed. */
export function callDocument(call: Call): FindDocument {
  const tags = (call.tags ?? []).flatMap(tagWords);
  return documentOf([call.phoneRaw, ...call.notes.map(({ text }) => text), ...tags], []);
}

/** Words of an article, in the spelling that two languages share, too; one that was withdrawn is found by none. */
export function articleDocument({ title, body, state }: Article): FindDocument {
  const said = state === 'withdrawn' ? [] : [title, body];
  return documentOf(said, said);
}
