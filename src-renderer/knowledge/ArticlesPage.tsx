import { Button, TextInput } from '@mantine/core';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { useRef } from 'react';
import type { FoundAnswer } from '../../src-shared/knowledge/queries.ts';
import { useWindowCommand } from '../frame/windowCommands.ts';
import { mayRun, useSession } from '../session/useSession.ts';
import { EmptyState, FailedState, LoadingState } from '../ui/StateView.tsx';
import { VirtualGrid } from '../ui/VirtualGrid.tsx';
import { useQuery } from '../useQuery.ts';
import { useTexts } from '../useTexts.ts';
import { ArticleForm } from './ArticleForm.tsx';
import { ArticleRecord, OutOfDate } from './ArticleRecord.tsx';
import { KnowledgeParts } from './KnowledgeParts.tsx';
import { useKnowledge, writeArticle } from './store.ts';
import '../ui/split.css';
import './knowledge.css';

const LIMIT = 200;

/** Articles: found on the left, read on the right; leads write here. */
export function ArticlesPage() {
  const { t } = useTexts();
  const { operator } = useSession();
  const { text, cursor, opened, edited: writings } = useKnowledge();
  const edited = writings[operator.id];
  const field = useRef<HTMLInputElement>(null);
  useWindowCommand('search', () => field.current?.select());
  const { value, problem, reload } = useQuery(
    'knowledge.find',
    { text: text.trim(), topic: '', district: '', limit: LIMIT },
    { records: ['article'] },
  );
  const answers = value?.answers ?? [];
  const answer = answers.find(({ id }) => id === opened);
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
        <span className="push" />
        {mayRun(operator.role, 'article.save') && (
          <Button
            onClick={() => writeArticle(operator.id)}
            leftSection={<IconPlus size="1.125rem" stroke={1.75} aria-hidden />}
          >
            {t('knowledge:new')}
          </Button>
        )}
      </header>
      <div className="split">
        <section className="pane listPane" data-pane aria-label={t('knowledge:title')}>
          {!value &&
            (problem ? <FailedState problem={problem} onRetry={reload} /> : <LoadingState rows={6} />)}
          {value && answers.length === 0 && (
            <EmptyState title={t(text.trim() === '' ? 'knowledge:empty' : 'knowledge:none')} />
          )}
          {answers.length > 0 && (
            <VirtualGrid
              label={t('knowledge:title')}
              rows={answers}
              columns="knowledgeColumns"
              header={[t('knowledge:name')]}
              renderRow={(row) => <Row answer={row} />}
              cursor={cursor}
              opened={opened}
              onCursor={(id) => useKnowledge.setState({ cursor: id })}
              onOpen={(id) => useKnowledge.setState({ opened: id })}
            />
          )}
        </section>
        <section className="pane recordPane" data-pane aria-label={t('knowledge:article')}>
          {edited ? (
            <ArticleForm key={`${edited.article}:${edited.expected}`} edited={edited} />
          ) : answer ? (
            <ArticleRecord key={`${answer.id}:${answer.article.version}`} answer={answer} />
          ) : (
            <EmptyState title={t('knowledge:choose')} />
          )}
        </section>
      </div>
    </div>
  );
}

function Row({ answer: { title, excerpt, isOutOfDate } }: { readonly answer: FoundAnswer }) {
  return (
    <div role="gridcell" className="gridCell">
      <span className="clip">{title}</span>
      {isOutOfDate ? <OutOfDate /> : <span className="clip small soft">{excerpt}</span>}
    </div>
  );
}
