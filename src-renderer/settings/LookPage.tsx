import { Input, SegmentedControl, Slider, Switch } from '@mantine/core';
import { Language } from '../../src-shared/settings/model.ts';
import { useTexts } from '../useTexts.ts';
import { useSettings } from './useSettings.ts';

export const THEMES = ['light', 'dark', 'system'] as const;
/** Sizes of text, in percent. */
const SCALES = [100, 125, 150, 175, 200];

/** Language, theme, contrast, size of text: applied at once. */
export function LookPage() {
  const { t } = useTexts();
  const { settings, change } = useSettings();
  return (
    <div className="settingsPage">
      <Input.Wrapper label={t('settings:language')} labelElement="div">
        <SegmentedControl
          fullWidth
          aria-label={t('settings:language')}
          value={settings.language}
          onChange={(value) => change({ language: Language.parse(value) })}
          data={Language.options.map((value) => ({ value, label: t(`settings:language.${value}`) }))}
        />
      </Input.Wrapper>
      <Input.Wrapper label={t('settings:theme')} labelElement="div">
        <SegmentedControl
          fullWidth
          aria-label={t('settings:theme')}
          value={settings.theme}
          onChange={(value) => change({ theme: THEMES.find((theme) => theme === value) ?? 'system' })}
          data={THEMES.map((value) => ({ value, label: t(`settings:theme.${value}`) }))}
        />
      </Input.Wrapper>
      <Switch
        label={t('settings:contrast')}
        description={t('settings:contrast.hint')}
        checked={settings.contrast === 'high'}
        onChange={({ currentTarget }) => change({ contrast: currentTarget.checked ? 'high' : 'normal' })}
      />
      <Input.Wrapper label={t('settings:scale')} labelElement="div" className="settingsScale">
        <Slider
          thumbLabel={t('settings:scale')}
          min={100}
          max={200}
          step={5}
          value={settings.scale}
          onChange={(scale) => change({ scale })}
          label={(scale) => t('settings:scale.value', { value: scale })}
          marks={SCALES.map((value) => ({ value, label: t('settings:scale.value', { value }) }))}
        />
      </Input.Wrapper>
    </div>
  );
}
