import { type BrowseWanted, FigureBy } from '../../src-shared/appeal/browse.ts';
import { classifierName } from '../../src-shared/catalog/classifier.ts';
import { districtName } from '../../src-shared/catalog/district.ts';
import { topics } from '../../src-shared/catalog/topic.ts';
import { FilterChips } from '../ui/FilterChips.tsx';
import { EmptyState, FailedState, LoadingState } from '../ui/StateView.tsx';
import { useFormat } from '../ui/useFormat.ts';
import { useQuery } from '../useQuery.ts';
import { useTexts } from '../useTexts.ts';
import { useAppeals } from './store.ts';

const GROUPS = new Map(topics.map(({ group }) => [group.code, group]));

interface AppealFigureProps {
  readonly wanted: BrowseWanted;
  readonly by: FigureBy;
}

/** How many of the list's appeals there are of each kind: the same appeals, counted. Bars repeat the numbers for the eye. */
export function AppealFigure({ wanted, by }: AppealFigureProps) {
  const { t } = useTexts();
  const format = useFormat();
  const wordsOf = useWords(wanted, by);
  const { value, problem, reload } = useQuery(
    'appeal.figure',
    { wanted: { ...wanted, order: 'newest' }, by },
    { records: ['appeal', 'operator'] },
  );
  const most = Math.max(1, ...(value?.parts ?? []).map(({ count }) => count));
  return (
    <div className="figure">
      <FilterChips
        label={t('appeal:figure.by')}
        value={by}
        choices={FigureBy.options.map((known) => ({ value: known, label: t(`appeal:figure.by.${known}`) }))}
        onChange={(figureBy) => useAppeals.getState().change('all', { figureBy })}
      />
      {!value && (problem ? <FailedState problem={problem} onRetry={reload} /> : <LoadingState rows={8} />)}
      {value?.total === 0 && <EmptyState title={t('appeal:empty.filtered')} />}
      {value !== undefined && value.total > 0 && (
        <table className="figureTable" data-pane-focus>
          <caption className="small soft">{t('appeal:list.count', { count: value.total })}</caption>
          <thead>
            <tr>
              <th scope="col">{t(`appeal:figure.by.${by}`)}</th>
              <th scope="col">{t('appeal:figure.count')}</th>
              <th scope="col">{t('appeal:figure.share')}</th>
            </tr>
          </thead>
          <tbody>
            {value.parts.map(({ code, name, count }) => (
              <tr key={code}>
                <th scope="row">{name ?? wordsOf(code)}</th>
                <td className="tabular">{format.number(count)}</td>
                <td className="tabular">
                  {t('appeal:figure.percent', { percent: Math.round((count / value.total) * 100) })}
                  <span className="figureBar" style={{ width: `${(count / most) * 8}rem` }} aria-hidden />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

/** What a code of a kind is called. */
function useWords({ language }: BrowseWanted, by: FigureBy): (code: string) => string {
  const { t } = useTexts();
  return (code) => {
    if (by === 'assignee') return t('appeal:nobody');
    if (code === '') return t('appeal:figure.unknown');
    if (by === 'district') return districtName(code, language);
    if (by === 'topicGroup') return GROUPS.get(code)?.[language] ?? code;
    if (by === 'receiptSign') return classifierName(code, language);
    if (by === 'status')
      return code === 'forwarded' ? t('appeal:status.forwarded') : t('appeal:status.registered');
    const [year = '', month = ''] = code.split('-');
    return `${month}.${year}`;
  };
}
