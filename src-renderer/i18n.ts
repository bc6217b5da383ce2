import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '../src-shared/settings/model.ts';
import { resources } from './resources.ts';

/** Starts the texts in a language. Ukrainian is the original: a text missing elsewhere is shown in Ukrainian. */
export async function startTexts(language: Language): Promise<void> {
  await i18next.use(initReactI18next).init({
    resources,
    lng: language,
    fallbackLng: 'uk',
    ns: Object.keys(resources.uk),
    defaultNS: 'frame',
    keySeparator: false,
    nsSeparator: ':',
    interpolation: { escapeValue: false },
    returnNull: false,
  });
}
