import { CloseButton, TextInput } from '@mantine/core';
import type { Benefit } from '../../src-shared/applicant/model.ts';
import { classifierName } from '../../src-shared/catalog/classifier.ts';
import { useLanguage } from '../settings/useSettings.ts';
import { FacetSelect } from '../ui/CatalogSelects.tsx';
import { DayInput } from '../ui/DayInput.tsx';
import { useTexts } from '../useTexts.ts';

interface CategoryFieldsProps {
  readonly benefits: readonly Benefit[];
  readonly resting: boolean;
  /** Only which ones, as counted on the day of registration. */
  readonly isNamedOnly?: boolean;
  readonly onChange: (benefits: Benefit[]) => void;
}

/** Categories of the applicant, each with the day until which it holds and where it is known from. */
export function CategoryFields({ benefits, resting, isNamedOnly = false, onChange }: CategoryFieldsProps) {
  const { t } = useTexts();
  const language = useLanguage();
  const put = (code: string, part: Partial<Benefit>) =>
    onChange(benefits.map((benefit) => (benefit.code === code ? { ...benefit, ...part } : benefit)));
  return (
    <div className="categories">
      <FacetSelect
        facet="category"
        label={t('applicant:category')}
        value=""
        placeholder={t('applicant:category.add')}
        disabled={resting}
        without={benefits.map(({ code }) => code)}
        onChange={(code) => code !== '' && onChange([...benefits, { code, until: null, source: '' }])}
      />
      {benefits.map(({ code, until, source }) => {
        const name = classifierName(code, language);
        return (
          <fieldset key={code} className="category" data-named={isNamedOnly || undefined}>
            <legend>{name}</legend>
            {!isNamedOnly && (
              <>
                <DayInput
                  size="xs"
                  label={t('applicant:category.until')}
                  value={until}
                  readOnly={resting}
                  onChange={(day) => put(code, { until: day })}
                />
                <TextInput
                  size="xs"
                  label={t('applicant:category.source')}
                  value={source}
                  maxLength={200}
                  readOnly={resting}
                  onChange={(event) => put(code, { source: event.currentTarget.value })}
                />
              </>
            )}
            <CloseButton
              disabled={resting}
              aria-label={t('applicant:category.remove', { name })}
              onClick={() => onChange(benefits.filter((benefit) => benefit.code !== code))}
            />
          </fieldset>
        );
      })}
    </div>
  );
}
