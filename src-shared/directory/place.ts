import { settlementKey } from '../address/read.ts';
import data from '../catalog/districts.json' with { type: 'json' };
import former from './formerNames.json' with { type: 'json' };
import type { Settlement } from './model.ts';

type Language = 'uk' | 'ru' | 'en';

/** A settlement an address may name, with everything callers call it and what tells it from others of its name. */
export interface Place {
  /** KATOTTH code. */
  readonly code: string;
  readonly uk: string;
  readonly ru: string;
  readonly en: string;
  /** Former names in any language. */
  readonly former: readonly string[];
  readonly community: { readonly uk: string; readonly ru: string; readonly en: string };
  /** Code of the raion. */
  readonly district: string;
}

const NOWHERE = { uk: '', ru: '', en: '' } as const;

const formerNames = new Map(former.names.map(({ code, uk, ru }) => [code, [...new Set([...uk, ...ru])]]));

/** The cities every release holds, so that addresses can be chosen before a directory was imported. */
export const shippedPlaces: readonly Place[] = data.raions.flatMap((raion) =>
  raion.cities.map((city) => {
    const community = raion.hromadas.find(({ code }) => code === city.hromada_code);
    const named = community ?? NOWHERE;
    const short = (name: string) =>
      name.replace(/ \p{Ll}+ територіальна громада$| \p{Ll}+ территориальная громада$/u, ' громада');
    return {
      code: city.code,
      uk: city.uk,
      ru: city.ru,
      en: city.en,
      former: formerNames.get(city.code) ?? [],
      community: { uk: short(named.uk), ru: short(named.ru), en: named.en },
      district: raion.code,
    };
  }),
);

/** The places an address may name: those of the directory, and the shipped ones it does not have. A shipped place keeps its own former names. */
export function allPlaces(directory: readonly Settlement[]): readonly Place[] {
  if (directory.length === 0) return shippedPlaces;
  const shipped = new Map(shippedPlaces.map((place) => [place.code, place]));
  const known = directory.map(({ id, uk, ru, former: old, community, district }): Place => {
    const same = shipped.get(id);
    const names =
      community === '' ? (same?.community ?? NOWHERE) : { uk: community, ru: community, en: community };
    shipped.delete(id);
    return {
      code: id,
      uk,
      ru,
      en: same?.en ?? uk,
      former: [...new Set([...old, ...(same?.former ?? [])])],
      community: names,
      district,
    };
  });
  return [...known, ...shipped.values()];
}

/** Every name of a place, present ones first. */
export function namesOf({ uk, ru, en, former: old }: Place): readonly string[] {
  return [uk, ru, en, ...old];
}

/** Spellings of a place's names, found once: the directory is gone through with every typed letter. */
const keys = new WeakMap<Place, readonly string[]>();

function keysOf(place: Place): readonly string[] {
  const known = keys.get(place) ?? namesOf(place).map(settlementKey);
  keys.set(place, known);
  return known;
}

/** The one place that is called so in any language, now or formerly, with or without its kind; undefined when none or several are. */
export function placeNamed(places: readonly Place[], name: string): Place | undefined {
  const wanted = settlementKey(name);
  if (wanted === '') return undefined;
  const called = places.filter((place) => keysOf(place).includes(wanted));
  return called.length === 1 ? called[0] : undefined;
}

/** Name of a place in a language. */
export function placeName(place: Place, language: Language): string {
  return place[language];
}
