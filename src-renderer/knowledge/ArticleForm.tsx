import { Button, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useEffect, useRef, useState } from 'react';
import { districtName } from '../../src-shared/catalog/district.ts';
import { topicName } from '../../src-shared/catalog/topic.ts';
import type { ArticleWithPast } from '../../src-shared/knowledge/queries.ts';
import { useAct } from '../appeal/useAct.ts';
import { settling } from '../attention/settling.ts';
import { CommandKey } from '../frame/CommandKey.tsx';
import { useCompleteKey } from '../frame/useCompleteKey.ts';
import { useSession } from '../session/useSession.ts';
import { useLanguage } from '../settings/useSettings.ts';
import { DistrictSelect, TopicSelect } from '../ui/CatalogSelects.tsx';
import { ChosenChips } from '../ui/ChosenChips.tsx';
import { DayInput } from '../ui/DayInput.tsx';
import { NoticeBar } from '../ui/NoticeBar.tsx';
import { problemText } from '../ui/problemText.ts';
import { useFormat } from '../ui/useFormat.ts';
import { useTexts } from '../useTexts.ts';
import type { EditedArticle } from './edited.ts';
import { openArticle } from './store.ts';
import { changeText, dropWriting, endWriting } from './writing.ts';

interface ArticleFormProps {
  readonly edited: EditedArticle;
  /** What somebody else published meanwhile, shown beside it; null when nobody did. */
  readonly theirs: ArticleWithPast | null;
}

/** A lead writes an article: title, text, topics, districts, days. */
export function ArticleForm({ edited, theirs }: ArticleFormProps) {
  const { t, i18n } = useTexts();
  const format = useFormat();
  const language = useLanguage();
  const { article, text, questions, settles } = edited;
  const [tried, setTried] = useState(false);
  const { operator } = useSession();
  const { busy, problem, run } = useAct(() => {
    endWriting(edited);
    openArticle(article);
    if (questions.length > 0) notifications.show({ message: t('question:answered') });
  });
  // Whoever read the other text beside their own publishes on top of it; it stays among the earlier ones.
  const expected = theirs?.article.version ?? edited.expected;
  const form = useRef<HTMLFormElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only as it opens
  useEffect(() => {
    form.current?.querySelector<HTMLElement>(text.title === '' ? 'input' : 'textarea')?.focus();
  }, []);
  const missing = (said: string) => (tried && said.trim() === '' ? t('knowledge:required') : undefined);
  const save = () => {
    setTried(true);
    if (text.title.trim() === '' || text.body.trim() === '') return;
    void run([
      { kind: 'article.save', payload: { article, expected, text } },
      ...questions.map((question) => ({
        kind: 'question.close',
        payload: { question, article, expected: 'open' },
      })),
      ...(settles === null ? [] : settling(settles, 'sent_again')),
    ]);
  };
  const onKeyDown = useCompleteKey(save);
  return (
    <form
      ref={form}
      className="record"
      aria-label={t('knowledge:writing')}
      onKeyDown={onKeyDown}
      onSubmit={(event) => event.preventDefault()}
    >
      {theirs && (
        <NoticeBar tone="warn">
          {t('knowledge:theirs.meanwhile', {
            name: theirs.savedByName,
            time: format.moment(theirs.article.savedAt, Date.now()),
          })}
        </NoticeBar>
      )}
      <TextInput
        label={t('knowledge:name')}
        value={text.title}
        error={missing(text.title)}
        maxLength={200}
        onChange={(event) => changeText(edited, { title: event.currentTarget.value })}
      />
      <Textarea
        label={t('knowledge:body')}
        description={t('knowledge:body.how')}
        value={text.body}
        error={missing(text.body)}
        maxLength={20_000}
        autosize
        minRows={8}
        maxRows={20}
        onChange={(event) => changeText(edited, { body: event.currentTarget.value })}
      />
      <TopicSelect
        label={t('knowledge:topics')}
        value=""
        onChange={(topic) => topic !== '' && changeText(edited, { topics: withOne(text.topics, topic) })}
      />
      <ChosenChips
        values={text.topics}
        name={(topic) => topicName(topic, language)}
        onChange={(topics) => changeText(edited, { topics })}
      />
      <DistrictSelect
        label={t('knowledge:districts')}
        value=""
        onChange={(one) => one !== '' && changeText(edited, { districts: withOne(text.districts, one) })}
      />
      <ChosenChips
        values={text.districts}
        name={(district) => districtName(district, language)}
        onChange={(districts) => changeText(edited, { districts })}
      />
      <DayInput
        label={t('knowledge:validFrom')}
        value={text.validFrom}
        onChange={(validFrom) => changeText(edited, { validFrom })}
      />
      <DayInput
        label={t('knowledge:validUntil')}
        value={text.validUntil}
        onChange={(validUntil) => changeText(edited, { validUntil })}
      />
      {questions.length > 0 && (
        <p className="small soft">{t('question:answers', { count: questions.length })}</p>
      )}
      {problem && <NoticeBar tone="danger">{problemText(i18n, problem)}</NoticeBar>}
      <div className="recordActions">
        <Button onClick={save} aria-busy={busy} rightSection={<CommandKey command="complete" quiet />}>
          {t(theirs ? 'knowledge:saveMine' : 'knowledge:save')}
        </Button>
        <Button variant="default" onClick={() => dropWriting(edited, operator.id)}>
          {t(theirs ? 'knowledge:keepTheirs' : 'knowledge:doNotSave')}
        </Button>
      </div>
    </form>
  );
}

function withOne(values: readonly string[], value: string): string[] {
  return [...new Set([...values, value])];
}
