import { useMemo } from 'react';
import { useLanguage } from '../settings/useSettings.ts';
import { type Format, formatOf } from './format.ts';

/** Written times and numbers in the present language. */
export function useFormat(): Format {
  const language = useLanguage();
  return useMemo(() => formatOf(language), [language]);
}
