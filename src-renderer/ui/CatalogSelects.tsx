import type { ReactNode, Ref } from 'react';
import { districtName } from '../../src-shared/catalog/district.ts';
import { useLanguage } from '../settings/useSettings.ts';
import { useTexts } from '../useTexts.ts';
import { findDistricts, findTopics, topicChoice } from './catalogChoices.ts';
import { SearchSelect } from './SearchSelect.tsx';

interface CatalogSelectProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error?: ReactNode;
  readonly field?: string;
  readonly disabled?: boolean;
  readonly inputRef?: Ref<HTMLInputElement>;
}

/** A topic out of about eighty, by its name or by the caller's own word for it. */
export function TopicSelect(props: CatalogSelectProps) {
  const { t } = useTexts();
  const language = useLanguage();
  return (
    <SearchSelect
      {...props}
      find={(query) => findTopics(language, query)}
      chosen={topicChoice(props.value, language)}
      placeholder={t('appeal:topic.placeholder')}
      clearable
    />
  );
}

/** A district, by its name or by a town in it. */
export function DistrictSelect(props: CatalogSelectProps) {
  const language = useLanguage();
  const chosen =
    props.value === '' ? null : { value: props.value, label: districtName(props.value, language) };
  return (
    <SearchSelect
      {...props}
      find={(query) => findDistricts(language, query)}
      chosen={chosen}
      placeholder=""
      clearable
    />
  );
}
