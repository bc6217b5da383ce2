import { Button, Textarea, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { topicName } from '../../src-shared/catalog/topic.ts';
import { keysOf } from '../../src-shared/snippet/code.ts';
import { type Snippet, SnippetText } from '../../src-shared/snippet/model.ts';
import { useAct } from '../appeal/useAct.ts';
import { CommandKey } from '../frame/CommandKey.tsx';
import { useCompleteKey } from '../frame/useCompleteKey.ts';
import { useSession } from '../session/useSession.ts';
import { useLanguage } from '../settings/useSettings.ts';
import { TopicSelect } from '../ui/CatalogSelects.tsx';
import { NoticeBar } from '../ui/NoticeBar.tsx';
import { problemText } from '../ui/problemText.ts';
import { useTexts } from '../useTexts.ts';
import { changeSnippet, type EditedSnippet, endSnippet, useSnippetPage } from './store.ts';

interface SnippetFormProps {
  readonly edited: EditedSnippet;
  /** Snippets on offer: no two should have the same code. */
  readonly others: readonly Snippet[];
}

/** A lead writes a snippet: code, name, text with placeholders, topics. */
export function SnippetForm({ edited, others }: SnippetFormProps) {
  const { t, i18n } = useTexts();
  const language = useLanguage();
  const { operator } = useSession();
  const [tried, setTried] = useState(false);
  const { snippet, expected, text } = edited;
  const change = (part: Partial<SnippetText>) => changeSnippet(operator.id, part);
  const { busy, problem, run } = useAct(() => {
    endSnippet(operator.id);
    useSnippetPage.setState({ opened: snippet });
  });
  const holder = others.find(
    ({ id, code }) => id !== snippet && text.code.trim() !== '' && keysOf(code) === keysOf(text.code.trim()),
  );
  const codeProblem = !SnippetText.shape.code.safeParse(text.code).success
    ? tried && t(text.code.trim() === '' ? 'snippet:required' : 'snippet:code.wrong')
    : holder && t('snippet:code.taken', { title: holder.title });
  const missing = (said: string) => (tried && said.trim() === '' ? t('snippet:required') : undefined);
  const save = () => {
    setTried(true);
    const whole = SnippetText.safeParse(text);
    if (!whole.success || holder !== undefined) return;
    void run([{ kind: 'snippet.save', payload: { snippet, expected, text: whole.data, isRemoved: false } }]);
  };
  const onKeyDown = useCompleteKey(save);
  return (
    <form
      className="record"
      aria-label={t('snippet:writing')}
      onKeyDown={onKeyDown}
      onSubmit={(event) => event.preventDefault()}
    >
      <TextInput
        label={t('snippet:code')}
        description={t('snippet:code.how')}
        value={text.code}
        error={codeProblem || undefined}
        maxLength={20}
        data-autofocus
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => change({ code: event.currentTarget.value })}
      />
      <TextInput
        label={t('snippet:name')}
        value={text.title}
        error={missing(text.title)}
        maxLength={120}
        onChange={(event) => change({ title: event.currentTarget.value })}
      />
      <Textarea
        label={t('snippet:text')}
        description={t('snippet:text.how', { names: t('snippet:text.names'), free: t('snippet:text.free') })}
        value={text.text}
        error={missing(text.text)}
        maxLength={3000}
        autosize
        minRows={4}
        maxRows={14}
        onChange={(event) => change({ text: event.currentTarget.value })}
      />
      <TopicSelect
        label={t('snippet:topics')}
        value=""
        onChange={(topic) => topic !== '' && change({ topics: [...new Set([...text.topics, topic])] })}
      />
      {text.topics.length > 0 && (
        <div className="chips">
          {text.topics.map((topic) => (
            <Button
              key={topic}
              size="compact-sm"
              variant="default"
              aria-label={t('snippet:takeAway', { name: topicName(topic, language) })}
              rightSection={<IconX size="0.875rem" stroke={1.75} aria-hidden />}
              onClick={() => change({ topics: text.topics.filter((other) => other !== topic) })}
            >
              {topicName(topic, language)}
            </Button>
          ))}
        </div>
      )}
      {problem && <NoticeBar tone="danger">{problemText(i18n, problem)}</NoticeBar>}
      <div className="recordActions">
        <Button onClick={save} aria-busy={busy} rightSection={<CommandKey command="complete" quiet />}>
          {t('snippet:save')}
        </Button>
        <Button variant="default" onClick={() => endSnippet(operator.id)}>
          {t('snippet:doNotSave')}
        </Button>
      </div>
    </form>
  );
}
