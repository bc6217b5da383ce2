import type { i18n } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { resources } from './resources.ts';

type Ukrainian = (typeof resources)['uk'];
type WithoutPlural<K> = K extends `${infer Base}_${'one' | 'few' | 'many' | 'other'}` ? Base : K;

/** Every text there is, as `concept:key`; a key without a text does not compile. */
export type TextKey = {
  [N in keyof Ukrainian & string]: `${N}:${WithoutPlural<keyof Ukrainian[N]> & string}`;
}[keyof Ukrainian & string];

/** Gives a text in the present language; `count` chooses the plural form. */
export type Translate = (key: TextKey, values?: Readonly<Record<string, unknown>>) => string;

/** The texts of the window, live with the language. */
export function useTexts(): { readonly t: Translate; readonly i18n: i18n } {
  const { t, i18n } = useTranslation();
  return { t: t as unknown as Translate, i18n };
}
