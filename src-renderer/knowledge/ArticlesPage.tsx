import { Button, TextInput } from '@mantine/core';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { useRef } from 'react';
import { ArticleId } from '../../src-shared/brand.ts';
import type { FoundAnswer } from '../../src-shared/knowledge/queries.ts';
import { useWindowCommand } from '../frame/windowCommands.ts';
import { mayRun, useSession } from '../session/useSession.ts';
import { FilterChip } from '../ui/FilterChips.tsx';
import { EmptyState, FailedState, LoadingState } from '../ui/StateView.tsx';
import { useFormat } from '../ui/useFormat.ts';
import { VirtualGrid } from '../ui/VirtualGrid.tsx';
import { useQuery } from '../useQuery.ts';
import { useTexts } from '../useTexts.ts';
import { ArticleForm } from './ArticleForm.tsx';
import { ArticleRecord } from './ArticleRecord.tsx';
import { ExcerptLine } from './ExcerptLine.tsx';
import { isOther } from './edited.ts';
import { Hits } from './Hits.tsx';
import { KnowledgeParts } from './KnowledgeParts.tsx';
import { NotFound } from './NotFound.tsx';
import { openArticle, useKnowledge } from './store.ts';
import { TheirText } from './TheirText.tsx';
import { useArticle } from './useArticle.ts';
import { WritingChips } from './WritingChips.tsx';
import { useWritings, writeArticle } from './writing.ts';
import '../ui/split.css';
import './knowledge.css';

const LIMIT = 200;

/** Articles: found on the left, read on the right; leads write here. */
export function ArticlesPage() {
  const { t } = useTexts();
  const { operator } = useSession();
  const { text, withdrawn, cursor, opened, writing } = useKnowledge();
  const edited = useWritings().find(({ article }) => article === writing);
  const field = useRef<HTMLInputElement>(null);
  useWindowCommand('search', () => field.current?.select());
  const shown = useArticle(edited?.article ?? opened);
  const theirs = edited !== undefined && shown !== null && isOther(shown.article, edited);
  return (
    <div className="page">
      <header className="pageHead" data-pane>
        <h1>{t('knowledge:title')}</h1>
        <KnowledgeParts />
        <TextInput
          ref={field}
          type="search"
          className="knowledgeSearch"
          data-pane-focus
          aria-label={t('knowledge:find')}
          placeholder={t('knowledge:find')}
          leftSection={<IconSearch size="1rem" stroke={1.75} aria-hidden />}
          value={text}
          maxLength={200}
          autoComplete="off"
          onChange={(event) => useKnowledge.setState({ text: event.currentTarget.value })}
        />
        <FilterChip
          label={t('knowledge:withdrawn')}
          pressed={withdrawn}
          onPress={() => useKnowledge.setState({ withdrawn: !withdrawn })}
        />
        <span className="push" />
        {mayRun(operator.role, 'article.save') && (
          <Button
            onClick={() => writeArticle()}
            leftSection={<IconPlus size="1.125rem" stroke={1.75} aria-hidden />}
          >
            {t('knowledge:new')}
          </Button>
        )}
      </header>
      <WritingChips />
      <div className="split" data-writing={edited !== undefined || undefined}>
        {theirs ? (
          <section className="pane recordPane" data-pane aria-label={t('knowledge:theirs')}>
            <TheirText shown={shown} edited={edited} />
          </section>
        ) : (
          <ArticleList text={text.trim()} withdrawn={withdrawn} cursor={cursor} opened={opened} />
        )}
        <section className="pane recordPane" data-pane aria-label={t('knowledge:article')}>
          {edited ? (
            <ArticleForm key={edited.article} edited={edited} theirs={theirs ? shown : null} />
          ) : shown ? (
            <ArticleRecord
              key={`${shown.article.id}:${shown.article.version}:${shown.article.checkedOn}`}
              shown={shown}
            />
          ) : (
            <EmptyState title={t('knowledge:choose')} />
          )}
        </section>
      </div>
    </div>
  );
}

interface ListProps {
  readonly text: string;
  readonly withdrawn: boolean;
  readonly cursor: string | null;
  readonly opened: string | null;
}

function ArticleList({ text, withdrawn, cursor, opened }: ListProps) {
  const { t } = useTexts();
  const { value, problem, reload } = useQuery(
    'knowledge.find',
    { text, topic: '', district: '', limit: LIMIT, withdrawn },
    { records: ['article'] },
  );
  const answers = value?.answers ?? [];
  const isAnswered = value?.text === text;
  return (
    <section className="pane listPane" data-pane aria-label={t('knowledge:title')}>
      {!value && (problem ? <FailedState problem={problem} onRetry={reload} /> : <LoadingState rows={6} />)}
      {value && answers.length === 0 && isAnswered && text !== '' && <NotFound key={text} text={text} />}
      {value && answers.length === 0 && text === '' && (
        <EmptyState title={t(withdrawn ? 'knowledge:withdrawn.none' : 'knowledge:empty')} />
      )}
      {value?.turned && (
        <p className="listSays small soft">{t('knowledge:turned', { text: value.turned })}</p>
      )}
      {value && value.total > LIMIT && (
        <p className="listSays small soft">{t('knowledge:more', { shown: LIMIT, total: value.total })}</p>
      )}
      {answers.length > 0 && (
        <VirtualGrid
          label={t('knowledge:title')}
          rows={answers}
          columns="knowledgeColumns"
          header={[t('knowledge:name'), t('knowledge:checkedOn')]}
          renderRow={(row) => <Row answer={row} typed={value?.turned ?? value?.text ?? ''} />}
          cursor={cursor}
          opened={opened}
          onCursor={(id) => useKnowledge.setState({ cursor: id })}
          onOpen={(id) => openArticle(ArticleId.parse(id))}
        />
      )}
    </section>
  );
}

function Row({ answer, typed }: { readonly answer: FoundAnswer; readonly typed: string }) {
  const { title, isOutOfDate, uses, article } = answer;
  const { t } = useTexts();
  const format = useFormat();
  return (
    <>
      <div role="gridcell" className="gridCell" data-old={isOutOfDate || undefined}>
        <span className="clip">
          <Hits text={title} typed={typed} />
        </span>
        <span className="readyLine small">
          <ExcerptLine answer={answer} typed={typed} />
        </span>
      </div>
      <div role="gridcell" className="gridCell tabular" data-old={isOutOfDate || undefined}>
        <span>{article.checkedOn === null ? '' : format.day(article.checkedOn)}</span>
        {uses > 0 && <span className="clip small soft">{t('knowledge:uses', { count: uses })}</span>}
      </div>
    </>
  );
}
