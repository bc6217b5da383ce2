import { useMemo } from 'react';
import {
  type BrowseFilter,
  BrowseOrder,
  BrowsePeriod,
  EVERYTHING,
  ORDER_COLUMNS,
} from '../../src-shared/appeal/browse.ts';
import { AppealStatus } from '../../src-shared/appeal/model.ts';
import { classifierName, FACETS } from '../../src-shared/catalog/classifier.ts';
import { districts } from '../../src-shared/catalog/district.ts';
import { topics } from '../../src-shared/catalog/topic.ts';
import { useLanguage } from '../settings/useSettings.ts';
import { FilterMenu } from '../ui/FilterMenu.tsx';
import { useQuery } from '../useQuery.ts';
import { useTexts } from '../useTexts.ts';
import { type ListView, useAppeals } from './store.ts';

/** Groups of topics in the order of the tree. */
const GROUPS = [...new Map(topics.map(({ group }) => [group.code, group])).values()];

/** The conditions of the full list, to be read as a sentence: whose, in which state, where, about what, since when. */
export function AppealFilters({ view }: { readonly view: ListView }) {
  const { t } = useTexts();
  const language = useLanguage();
  const { value } = useQuery('operator.list', {}, { records: ['operator'] });
  const { filter } = view;
  const set = (part: Partial<BrowseFilter>) =>
    useAppeals.getState().change('all', { filter: { ...filter, ...part } });
  const sorted = useMemo(() => {
    const { compare } = new Intl.Collator(language);
    return <T extends { readonly label: string }>(choices: readonly T[]): T[] =>
      choices.toSorted((a, b) => compare(a.label, b.label));
  }, [language]);
  const operators = sorted((value?.operators ?? []).map(({ id, name }) => ({ value: id, label: name })));
  const places = sorted(districts.map((district) => ({ value: district.code, label: district[language] })));
  const isSet = JSON.stringify(filter) !== JSON.stringify(EVERYTHING) || view.order !== 'newest';
  return (
    <div className="chips" role="group" aria-label={t('appeal:browse.filters')}>
      <FilterMenu
        label={t('appeal:column.assignee')}
        any={t('appeal:browse.anybody')}
        value={filter.assignee}
        choices={[
          { value: 'mine', label: t('appeal:browse.mine') },
          { value: 'nobody', label: t('appeal:browse.nobody') },
          ...operators,
        ]}
        onChange={(assignee) => set({ assignee })}
      />
      <FilterMenu
        label={t('appeal:column.status')}
        any={t('appeal:browse.anyState')}
        value={filter.status}
        choices={AppealStatus.options.map((status) => ({
          value: status,
          label: t(`appeal:status.${status}`),
        }))}
        onChange={(status) => set({ status: AppealStatus.safeParse(status).data ?? null })}
      />
      <FilterMenu
        label={t('appeal:browse.district')}
        any={t('appeal:browse.anyDistrict')}
        value={filter.district}
        choices={places}
        onChange={(district) => set({ district })}
      />
      <FilterMenu
        label={t('appeal:browse.topic')}
        any={t('appeal:browse.anyTopic')}
        value={filter.topicGroup}
        choices={GROUPS.map((group) => ({ value: group.code, label: group[language] }))}
        onChange={(topicGroup) => set({ topicGroup })}
      />
      <FilterMenu
        label={t('appeal:browse.sign')}
        any={t('appeal:browse.anySign')}
        value={filter.receiptSign}
        choices={FACETS.receiptSign.map(({ code }) => ({
          value: code,
          label: classifierName(code, language),
        }))}
        onChange={(receiptSign) => set({ receiptSign })}
      />
      <FilterMenu
        label={t('appeal:browse.period')}
        any={t('appeal:browse.anyTime')}
        value={filter.period}
        choices={BrowsePeriod.options.map((name) => ({
          value: name,
          label: t(`appeal:browse.since.${name}`),
        }))}
        onChange={(period) => set({ period: BrowsePeriod.safeParse(period).data ?? null })}
      />
      <FilterMenu
        label={t('appeal:browse.order')}
        any={t('appeal:browse.newest')}
        value={view.order === 'newest' ? null : view.order}
        choices={[
          { value: 'oldest', label: t('appeal:browse.oldest') },
          ...ORDER_COLUMNS.flatMap((column) =>
            (['up', 'down'] as const).map((way) => ({
              value: `${column}.${way}`,
              label: t(`appeal:browse.by.${way}`, { column: t(`appeal:column.${column}`) }),
            })),
          ),
        ]}
        onChange={(order) =>
          useAppeals.getState().change('all', { order: BrowseOrder.safeParse(order).data ?? 'newest' })
        }
      />
      {isSet && (
        <button
          type="button"
          className="filterChip"
          onClick={() => useAppeals.getState().change('all', { filter: EVERYTHING, order: 'newest' })}
        >
          {t('appeal:browse.clear')}
        </button>
      )}
    </div>
  );
}
