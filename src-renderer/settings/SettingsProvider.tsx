import { useMantineColorScheme } from '@mantine/core';
import i18next from 'i18next';
import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react';
import type { Settings } from '../../src-shared/settings/model.ts';
import { call, listen } from '../ipc.ts';
import { SettingsContext } from './useSettings.ts';

/** Size of the root's text at 100 %, in pixels; every length in the window follows it. */
const ROOT_SIZE = 16;

/** Applies language, theme and size at once and keeps them in the workstation's settings. */
export function SettingsProvider({
  first,
  children,
}: {
  readonly first: Settings;
  readonly children: ReactNode;
}) {
  const [settings, setSettings] = useState(first);
  const { setColorScheme } = useMantineColorScheme();

  useEffect(() => listen('settings.changed', setSettings), []);
  useEffect(() => {
    void i18next.changeLanguage(settings.language);
    document.documentElement.lang = settings.language;
  }, [settings.language]);
  useEffect(() => {
    setColorScheme(settings.theme === 'system' ? 'auto' : settings.theme);
  }, [settings.theme, setColorScheme]);
  useEffect(() => {
    document.documentElement.style.fontSize = `${(ROOT_SIZE * settings.scale) / 100}px`;
  }, [settings.scale]);

  useEffect(() => {
    document.documentElement.dataset.contrast = settings.contrast;
  }, [settings.contrast]);

  const change = useCallback((part: Partial<Settings>) => {
    setSettings((before) => ({ ...before, ...part }));
    void call('settings.set', part).then((answer) => {
      if (answer.ok) setSettings(answer.value);
    });
  }, []);
  const access = useMemo(() => ({ settings, change }), [settings, change]);
  return <SettingsContext value={access}>{children}</SettingsContext>;
}
