import { SegmentedControl } from '@mantine/core';
import { Language } from '../../src-shared/settings/model.ts';
import { useSettings } from '../settings/useSettings.ts';
import { useTexts } from '../useTexts.ts';

const SHORT: Record<Language, string> = { uk: 'Укр', ru: 'Рус', en: 'Eng' };

/** The three languages by their own short names, so that each is found whatever language is on. */
export function LanguageChoice() {
  const { t } = useTexts();
  const { settings, change } = useSettings();
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('settings:language')}
      value={settings.language}
      onChange={(value) => change({ language: Language.parse(value) })}
      data={Language.options.map((value) => ({ value, label: SHORT[value] }))}
    />
  );
}
