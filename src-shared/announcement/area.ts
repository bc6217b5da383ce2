import { bareWords, readAddress } from '../address/read.ts';
import { stemOf } from '../text/words.ts';
import { type StreetHouses, streetHouses } from './houses.ts';
import type { Area } from './model.ts';

/** One street of an area, made ready for comparing. */
export interface ReadStreet extends StreetHouses {
  /** Its name in the spelling in which two are the same. */
  readonly key: string;
  /** Beginnings of its words, for finding it in notes in any case; empty where they are too short to tell it. */
  readonly stems: readonly string[];
}

/** An area made ready for comparing with many cards. */
export interface ReadArea extends Omit<Area, 'streets'> {
  readonly streets: readonly ReadStreet[];
}

/** Shorter beginnings of words stand in too many others to name a street by themselves. */
const TELLING = 4;

/** Reads the lines of an area once: a card asks at every pause of typing. */
export function readArea({ streets, ...area }: Area): ReadArea {
  return { ...area, streets: streets.map(readStreet) };
}

function readStreet(line: string): ReadStreet {
  const meant = streetHouses(line);
  const { street: key } = readAddress({ district: '', settlement: '', street: meant.street });
  const stems = bareWords(meant.street).map(stemOf);
  return { ...meant, key, stems: stems.some((stem) => stem.length >= TELLING) ? stems : [] };
}
