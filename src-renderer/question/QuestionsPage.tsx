import { districtName } from '../../src-shared/catalog/district.ts';
import { topicName } from '../../src-shared/catalog/topic.ts';
import type { QuestionLine } from '../../src-shared/question/queries.ts';
import { KnowledgeParts } from '../knowledge/KnowledgeParts.tsx';
import { useLanguage } from '../settings/useSettings.ts';
import { FilterChips } from '../ui/FilterChips.tsx';
import { EmptyState, FailedState, LoadingState } from '../ui/StateView.tsx';
import { useFormat } from '../ui/useFormat.ts';
import { VirtualGrid } from '../ui/VirtualGrid.tsx';
import { useQuery } from '../useQuery.ts';
import { useTexts } from '../useTexts.ts';
import { QuestionRecord } from './QuestionRecord.tsx';
import { QUESTION_VIEWS, useQuestions } from './store.ts';
import '../ui/split.css';
import './question.css';

/** What callers ask and the knowledge base does not answer: this week's first, the most asked on top. */
export function QuestionsPage() {
  const { t } = useTexts();
  const { view, cursor, opened } = useQuestions();
  const again = { records: ['question', 'article'] } as const;
  const open = useQuery('question.list', { state: 'open' }, again);
  const closed = useQuery('question.list', view === 'closed' ? { state: 'closed' } : null, again);
  const { value, problem, reload } = view === 'closed' ? closed : open;
  const week = (open.value?.lines ?? []).filter((line) => line.week === open.value?.thisWeek);
  const lines = view === 'week' ? week : (value?.lines ?? []);
  const line = lines.find(({ id }) => id === opened);
  const counts = { week: week.length, open: open.value?.lines.length ?? 0 };
  return (
    <div className="page">
      <header className="pageHead" data-pane>
        <h1>{t('knowledge:title')}</h1>
        <KnowledgeParts />
        <FilterChips
          label={t('question:views')}
          value={view}
          choices={QUESTION_VIEWS.map((one) => ({
            value: one,
            label: t(`question:view.${one}`),
            ...(one === 'closed' ? {} : { count: counts[one] }),
          }))}
          onChange={(chosen) => useQuestions.setState({ view: chosen, opened: null })}
        />
      </header>
      <div className="split">
        <section className="pane listPane" data-pane aria-label={t('knowledge:part.questions')}>
          {!value &&
            (problem ? <FailedState problem={problem} onRetry={reload} /> : <LoadingState rows={6} />)}
          {value && lines.length === 0 && <EmptyState title={t(`question:empty.${view}`)} />}
          {value?.hasMore && <p className="listSays small soft">{t('question:more')}</p>}
          {lines.length > 0 && (
            <VirtualGrid
              label={t('knowledge:part.questions')}
              rows={lines}
              columns="questionColumns"
              header={[t('question:text'), t('question:times'), t('question:last')]}
              renderRow={(row) => <Row line={row} />}
              cursor={cursor}
              opened={opened}
              onCursor={(id) => useQuestions.setState({ cursor: id })}
              onOpen={(id) => useQuestions.setState({ opened: id })}
            />
          )}
        </section>
        <section className="pane recordPane" data-pane aria-label={t('question:text')}>
          {line && value ? (
            <QuestionRecord key={`${line.id}:${line.times}:${view}`} line={line} names={value.names} />
          ) : (
            <EmptyState title={t('question:choose')} />
          )}
        </section>
      </div>
    </div>
  );
}

function Row({ line }: { readonly line: QuestionLine }) {
  const format = useFormat();
  const language = useLanguage();
  const { text, topic, districts, times, lastAt } = line;
  const where = [
    topic === '' ? '' : topicName(topic, language),
    ...districts.map((district) => districtName(district, language)),
  ].filter((part) => part !== '');
  return (
    <>
      <div role="gridcell" className="gridCell">
        <span className="clip">{text}</span>
        <span className="clip small soft">{where.join(' · ')}</span>
      </div>
      <div role="gridcell" className="gridCell tabular">
        {times}
      </div>
      <div role="gridcell" className="gridCell tabular">
        {format.moment(lastAt, Date.now())}
      </div>
    </>
  );
}
