import type { Language } from '../../../src-shared/settings/model.ts';

/** What the worker is asked. Words are in their dictionary form. */
export type SpellerQuestion =
  | { readonly id: number; readonly check: readonly string[]; readonly languages: readonly Language[] }
  | { readonly id: number; readonly suggest: string; readonly languages: readonly Language[] };

/** The words that are wrong, or what one may have been meant to be; `failed` when a dictionary could not be read. */
export type SpellerAnswer =
  | { readonly id: number; readonly words: readonly string[] }
  | { readonly id: number; readonly failed: string };
