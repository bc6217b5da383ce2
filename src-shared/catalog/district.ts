import type { CatalogLanguage } from './authority.ts';
import data from './districts.json' with { type: 'json' };

/** Value of `Address.district` for callers from outside the oblast. */
export const OUTSIDE = 'outside';

/** A raion with its cities (KATOTTH codes). */
export interface District {
  readonly code: string;
  readonly uk: string;
  readonly ru: string;
  readonly en: string;
  readonly cities: readonly {
    readonly code: string;
    readonly uk: string;
    readonly ru: string;
    readonly en: string;
  }[];
}

/** Raions of the oblast, then "outside the oblast". */
export const districts: readonly District[] = [
  ...data.raions.map(({ code, uk, ru, en, cities }) => ({ code, uk, ru, en, cities })),
  { ...data.outside_oblast, code: OUTSIDE, cities: [] },
];

const byCode = new Map(districts.map((district) => [district.code, district]));

/** Name of a district in a language; its code if unknown, nothing if none was given. */
export function districtName(code: string, language: CatalogLanguage): string {
  return byCode.get(code)?.[language] ?? code;
}
