import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useMemo, useRef } from 'react';
import { topicName } from '../../src-shared/catalog/topic.ts';
import type { Snippet } from '../../src-shared/snippet/model.ts';
import { useWindowCommand } from '../frame/windowCommands.ts';
import { PartPage } from '../knowledge/PartPage.tsx';
import { mayRun, useSession } from '../session/useSession.ts';
import { useLanguage } from '../settings/useSettings.ts';
import { EmptyState, FailedState, LoadingState } from '../ui/StateView.tsx';
import { searchWords } from '../ui/searchWords.ts';
import { VirtualGrid } from '../ui/VirtualGrid.tsx';
import { useQuery } from '../useQuery.ts';
import { useTexts } from '../useTexts.ts';
import { SnippetForm } from './SnippetForm.tsx';
import { SnippetRecord } from './SnippetRecord.tsx';
import { takeBackSnippet, useEditedSnippet, useSnippetPage, writeSnippet } from './store.ts';
import './snippet.css';

/** Snippets of the notes: found on the left, read on the right; leads write here. */
export function SnippetsPage() {
  const { t } = useTexts();
  const language = useLanguage();
  const { operator } = useSession();
  const { text, cursor, opened, dropped } = useSnippetPage();
  const edited = useEditedSnippet();
  const field = useRef<HTMLInputElement>(null);
  useWindowCommand('search', () => field.current?.select());
  const { value, problem, reload } = useQuery('snippet.list', {}, { records: ['snippet'] });
  const find = useMemo(() => {
    const snippets = value?.snippets ?? [];
    return searchWords(
      snippets
        .toSorted((a, b) => a.title.localeCompare(b.title, language))
        .map((snippet) => ({
          item: snippet,
          name: snippet.code,
          words: [snippet.title, snippet.text],
          group: snippet.topics.map((topic) => topicName(topic, language)).join(' '),
        })),
    );
  }, [value, language]);
  const rows = find(text);
  const shown = value?.snippets.find(({ id }) => id === opened);
  return (
    <PartPage
      labels={{ list: t('snippet:title'), record: t('snippet:one') }}
      isWriting={edited !== undefined}
      begin={mayRun(operator.role, 'snippet.save') ? { label: t('snippet:new'), act: writeSnippet } : null}
      onTakeBack={dropped?.by === operator.id ? () => takeBackSnippet(dropped.edited) : null}
      search={
        <TextInput
          ref={field}
          type="search"
          className="knowledgeSearch"
          data-pane-focus
          aria-label={t('snippet:find')}
          placeholder={t('snippet:find')}
          leftSection={<IconSearch size="1rem" stroke={1.75} aria-hidden />}
          value={text}
          maxLength={100}
          autoComplete="off"
          onChange={(event) => useSnippetPage.setState({ text: event.currentTarget.value })}
        />
      }
      list={
        <>
          {!value &&
            (problem ? <FailedState problem={problem} onRetry={reload} /> : <LoadingState rows={6} />)}
          {value && rows.length === 0 && (
            <EmptyState title={t(value.snippets.length === 0 ? 'snippet:empty' : 'snippet:none')} />
          )}
          {rows.length > 0 && (
            <VirtualGrid
              label={t('snippet:title')}
              rows={rows}
              columns="snippetColumns"
              header={[t('snippet:code'), t('snippet:name')]}
              renderRow={(row) => <Row snippet={row} />}
              cursor={cursor}
              opened={opened}
              onCursor={(id) => useSnippetPage.setState({ cursor: id })}
              onOpen={(id) => useSnippetPage.setState({ opened: id })}
            />
          )}
        </>
      }
      record={
        edited ? (
          <SnippetForm key={edited.snippet} edited={edited} snippets={value?.snippets ?? []} />
        ) : shown ? (
          <SnippetRecord key={`${shown.id}:${shown.version}`} snippet={shown} />
        ) : (
          <EmptyState title={t('snippet:choose')} />
        )
      }
    />
  );
}

function Row({ snippet: { code, title, text } }: { readonly snippet: Snippet }) {
  return (
    <>
      <div role="gridcell" className="gridCell">
        <span className="clip snippetCode">{code}</span>
      </div>
      <div role="gridcell" className="gridCell">
        <span className="clip">{title}</span>
        <span className="clip small soft">{text}</span>
      </div>
    </>
  );
}
