import { type ReactNode, type Ref, useDeferredValue, useMemo } from 'react';
import { AnswerWay } from '../../src-shared/appeal/model.ts';
import { authorityName } from '../../src-shared/catalog/authority.ts';
import { classifierName, type Facet } from '../../src-shared/catalog/classifier.ts';
import { districtName } from '../../src-shared/catalog/district.ts';
import { topicName } from '../../src-shared/catalog/topic.ts';
import { proposeTopics } from '../../src-shared/competence/proposeTopics.ts';
import { useLanguage } from '../settings/useSettings.ts';
import { useTexts } from '../useTexts.ts';
import { findAuthorities, findDistricts, findFacet, findTopics, topicChoice } from './catalogChoices.ts';
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

interface TopicSelectProps extends CatalogSelectProps {
  /** What a topic is proposed from, such as the notes. */
  readonly text?: string;
}

/**
 * A topic out of about eighty, by its name or by the caller's own word for it. What the text speaks of is proposed with its reason and
 * stands first in the list; nothing is chosen by itself.
 */
export function TopicSelect({ text = '', ...props }: TopicSelectProps) {
  const { t } = useTexts();
  const language = useLanguage();
  const read = useDeferredValue(props.value === '' ? text : '');
  const proposals = useMemo(() => proposeTopics(read), [read]);
  const proposed = proposals.map(({ code, because }) => ({
    value: code,
    label: topicName(code, language),
    path: t('appeal:topic.because', { words: because.join(', ') }),
  }));
  const [first] = proposed;
  return (
    <SearchSelect
      {...props}
      memory="topic"
      find={(query) => findTopics(language, query, t('appeal:topic.isGroup'))}
      proposed={proposed}
      description={
        first &&
        props.value === '' && (
          <button
            type="button"
            className="proposal"
            tabIndex={-1}
            disabled={props.disabled}
            onClick={() => props.onChange(first.value)}
          >
            {t('appeal:topic.proposed', { topic: first.label, because: first.path })}
          </button>
        )
      }
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
      memory="district"
      find={(query) => findDistricts(language, query)}
      chosen={chosen}
      placeholder=""
      clearable
    />
  );
}

interface FacetSelectProps extends CatalogSelectProps {
  readonly facet: Facet;
  readonly placeholder?: string;
  readonly clearable?: boolean;
  /** Codes that are not offered. */
  readonly without?: readonly string[];
}

/** A code of the classifier of resolution 858, by any word of its name. */
export function FacetSelect({
  facet,
  without = [],
  placeholder = '',
  clearable = false,
  ...props
}: FacetSelectProps) {
  const language = useLanguage();
  const chosen =
    props.value === '' ? null : { value: props.value, label: classifierName(props.value, language) };
  return (
    <SearchSelect
      {...props}
      find={(query) => findFacet(facet, language, query).filter(({ value }) => !without.includes(value))}
      chosen={chosen}
      placeholder={placeholder}
      clearable={clearable}
    />
  );
}

interface AuthoritySelectProps extends CatalogSelectProps {
  readonly description?: ReactNode;
  /** Ids that stand first, and why. */
  readonly proposed: readonly string[];
  readonly hint: string;
  /** Ids that may not be chosen, and why. */
  readonly barred?: readonly string[];
  readonly barredWhy?: string;
  readonly clearable?: boolean;
  readonly autoFocus?: boolean;
}

/** A body of the directory, by any word of its name. */
export function AuthoritySelect({ proposed, hint, barred = [], barredWhy, ...props }: AuthoritySelectProps) {
  const language = useLanguage();
  const chosen =
    props.value === '' ? null : { value: props.value, label: authorityName(props.value, language) };
  const find = (query: string) =>
    findAuthorities(language, query, proposed, hint).map((choice) =>
      barred.includes(choice.value) ? { ...choice, disabled: true, path: barredWhy } : choice,
    );
  return <SearchSelect {...props} memory="authority" find={find} chosen={chosen} placeholder="" />;
}

interface AnswerWaySelectProps {
  readonly value: AnswerWay | null;
  readonly onChange: (value: AnswerWay | null) => void;
  readonly disabled?: boolean;
}

/** How the applicant wants to hear the answer. */
export function AnswerWaySelect({ value, onChange, disabled = false }: AnswerWaySelectProps) {
  const { t } = useTexts();
  const choices = AnswerWay.options.map((way) => ({ value: way, label: t(`appeal:answerWay.${way}`) }));
  return (
    <SearchSelect
      label={t('appeal:answerWay')}
      value={value ?? ''}
      chosen={choices.find((choice) => choice.value === value) ?? null}
      find={(query) => choices.filter(({ label }) => label.includes(query.trim().toLowerCase()))}
      placeholder=""
      disabled={disabled}
      clearable
      onChange={(way) => onChange(AnswerWay.safeParse(way).data ?? null)}
    />
  );
}
