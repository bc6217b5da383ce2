import { FACETS } from '../../src-shared/catalog/classifier.ts';
import { Ending } from '../../src-shared/control/verdict.ts';
import { useLanguage } from '../settings/useSettings.ts';
import { ChoiceRow } from '../ui/ChoiceRow.tsx';
import { useTexts } from '../useTexts.ts';

interface ResultFieldProps {
  readonly value: string | null;
  readonly tried: boolean;
  readonly onChange: (value: string) => void;
}

/** Result by facet 9 of the classifier, by code and name. */
export function ResultField({ value, tried, onChange }: ResultFieldProps) {
  const { t } = useTexts();
  const language = useLanguage();
  return (
    <ChoiceRow
      label={t('control:result')}
      name="result"
      value={value}
      vertical
      choices={FACETS.result.map((item) => ({ value: item.code, label: `${item.code} · ${item[language]}` }))}
      error={tried && value === null ? t('control:result.missing') : undefined}
      onChange={onChange}
    />
  );
}

interface EndingFieldProps {
  readonly value: Ending | null;
  readonly tried: boolean;
  /** A promise needs its day, which not every dialog asks for. */
  readonly withPromise: boolean;
  readonly onChange: (value: Ending) => void;
}

/** How it ended, in honest words. */
export function EndingField({ value, tried, withPromise, onChange }: EndingFieldProps) {
  const { t } = useTexts();
  const choices = Ending.options.filter((ending) => withPromise || ending !== 'promised');
  return (
    <ChoiceRow
      label={t('control:ending')}
      name="ending"
      value={value}
      columns
      choices={choices.map((ending) => ({ value: ending, label: t(`control:ending.${ending}`) }))}
      error={tried && value === null ? t('control:ending.missing') : undefined}
      onChange={onChange}
    />
  );
}
