import { createInstance, type i18n } from 'i18next';
import { resources } from '../../../src-renderer/resources.ts';
import type { Language } from '../../../src-shared/settings/model.ts';

/** The window's texts in one language, without a window. */
export async function textsIn(language: Language): Promise<i18n> {
  const texts = createInstance();
  await texts.init({
    lng: language,
    resources,
    ns: Object.keys(resources.uk),
    keySeparator: false,
    interpolation: { escapeValue: false },
  });
  return texts;
}
