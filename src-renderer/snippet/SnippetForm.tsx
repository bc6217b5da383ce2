import { Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { topicName } from '../../src-shared/catalog/topic.ts';
import { keysOf } from '../../src-shared/snippet/code.ts';
import { type Snippet, SnippetText } from '../../src-shared/snippet/model.ts';
import { useAct } from '../appeal/useAct.ts';
import { settling } from '../attention/settling.ts';
import { useCompleteKey } from '../frame/useCompleteKey.ts';
import { WritingFoot } from '../knowledge/WritingFoot.tsx';
import { useSession } from '../session/useSession.ts';
import { useLanguage } from '../settings/useSettings.ts';
import { TopicSelect } from '../ui/CatalogSelects.tsx';
import { ChosenChips } from '../ui/ChosenChips.tsx';
import { useTexts } from '../useTexts.ts';
import {
  dropSnippet,
  type EditedSnippet,
  endSnippet,
  keepSnippet,
  useSnippetPage,
  type WrittenSnippet,
} from './store.ts';

interface SnippetFormProps {
  readonly edited: EditedSnippet;
  /** Snippets on offer: no two should have the same code. */
  readonly snippets: readonly Snippet[];
}

/** A lead writes a snippet: code, name, text with placeholders, topics. */
export function SnippetForm({ edited, snippets }: SnippetFormProps) {
  const { t } = useTexts();
  const language = useLanguage();
  const { operator } = useSession();
  const [tried, setTried] = useState(false);
  const { snippet, expected, text } = edited;
  const change = (part: Partial<WrittenSnippet>) => keepSnippet({ ...edited, text: { ...text, ...part } });
  const { busy, problem, run } = useAct(() => {
    endSnippet(edited);
    useSnippetPage.setState({ opened: snippet, cursor: snippet });
  });
  const present = snippets.find(({ id }) => id === snippet);
  const holder = holderOf(edited, snippets);
  const missing = (said: string) => (tried && said.trim() === '' ? t('snippet:required') : undefined);
  const wrongCode =
    tried && !SnippetText.shape.code.safeParse(text.code).success ? t('snippet:code.wrong') : undefined;
  const save = () => {
    setTried(true);
    const whole = SnippetText.safeParse(text);
    if (!whole.success || holder !== undefined) return;
    void run([
      { kind: 'snippet.save', payload: { snippet, expected, text: whole.data, isRemoved: false } },
      ...(edited.settles === null ? [] : settling(edited.settles, 'sent_again')),
    ]);
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
        error={
          missing(text.code) ?? wrongCode ?? (holder && t('snippet:code.taken', { title: holder.title }))
        }
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
      <ChosenChips
        values={text.topics}
        name={(topic) => topicName(topic, language)}
        onChange={(topics) => change({ topics })}
      />
      <WritingFoot
        label={t('snippet:save')}
        busy={busy}
        problem={problem}
        changed={
          present !== undefined && present.version !== expected
            ? {
                words: t('snippet:changed', { title: present.title }),
                over: t('snippet:changed.over'),
                act: () => keepSnippet({ ...edited, expected: present.version }),
              }
            : null
        }
        onSave={save}
        onDrop={() => dropSnippet(edited, operator.id)}
      />
    </form>
  );
}

/** Another snippet that has the code already: typed with the same keys it is the same code. */
function holderOf({ snippet, text }: EditedSnippet, snippets: readonly Snippet[]): Snippet | undefined {
  const keys = keysOf(text.code.trim());
  return snippets.find(({ id, code }) => id !== snippet && keys !== '' && keysOf(code) === keys);
}
