import { Button, Textarea, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { districtName } from '../../src-shared/catalog/district.ts';
import { topicName } from '../../src-shared/catalog/topic.ts';
import { useAct } from '../appeal/useAct.ts';
import { useLanguage } from '../settings/useSettings.ts';
import { DistrictSelect, TopicSelect } from '../ui/CatalogSelects.tsx';
import { ctrlEnter } from '../ui/ctrlEnter.ts';
import { DayInput } from '../ui/DayInput.tsx';
import { NoticeBar } from '../ui/NoticeBar.tsx';
import { problemText } from '../ui/problemText.ts';
import { useTexts } from '../useTexts.ts';
import { changeText, type EditedArticle, useKnowledge } from './store.ts';

/** A lead writes an article: title, text, topics, districts, days. */
export function ArticleForm({ edited }: { readonly edited: EditedArticle }) {
  const { t, i18n } = useTexts();
  const language = useLanguage();
  const { article, expected, text } = edited;
  const [tried, setTried] = useState(false);
  const { busy, problem, run } = useAct(() => useKnowledge.setState({ edited: null, opened: article }));
  const missing = (said: string) => (tried && said.trim() === '' ? t('knowledge:required') : undefined);
  const save = () => {
    setTried(true);
    if (text.title.trim() === '' || text.body.trim() === '') return;
    void run([{ kind: 'article.save', payload: { article, expected, text } }]);
  };
  return (
    <form
      className="record"
      aria-label={t('knowledge:writing')}
      onKeyDown={ctrlEnter(save)}
      onSubmit={(event) => event.preventDefault()}
    >
      <TextInput
        label={t('knowledge:name')}
        value={text.title}
        error={missing(text.title)}
        maxLength={200}
        data-autofocus
        onChange={(event) => changeText({ title: event.currentTarget.value })}
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
        onChange={(event) => changeText({ body: event.currentTarget.value })}
      />
      <TopicSelect
        label={t('knowledge:topics')}
        value=""
        onChange={(topic) => topic !== '' && changeText({ topics: withOne(text.topics, topic) })}
      />
      <Chosen
        values={text.topics}
        name={(topic) => topicName(topic, language)}
        onChange={(topics) => changeText({ topics })}
      />
      <DistrictSelect
        label={t('knowledge:districts')}
        value=""
        onChange={(one) => one !== '' && changeText({ districts: withOne(text.districts, one) })}
      />
      <Chosen
        values={text.districts}
        name={(district) => districtName(district, language)}
        onChange={(districts) => changeText({ districts })}
      />
      <DayInput
        label={t('knowledge:validFrom')}
        value={text.validFrom}
        onChange={(validFrom) => changeText({ validFrom })}
      />
      <DayInput
        label={t('knowledge:validUntil')}
        value={text.validUntil}
        onChange={(validUntil) => changeText({ validUntil })}
      />
      {problem && <NoticeBar tone="danger">{problemText(i18n, problem)}</NoticeBar>}
      <div className="recordActions">
        <Button
          onClick={save}
          aria-busy={busy}
          rightSection={<span className="small keyHint">Ctrl+Enter</span>}
        >
          {t('knowledge:save')}
        </Button>
        <Button variant="default" onClick={() => useKnowledge.setState({ edited: null })}>
          {t('knowledge:doNotSave')}
        </Button>
      </div>
    </form>
  );
}

function withOne(values: readonly string[], value: string): string[] {
  return [...new Set([...values, value])];
}

interface ChosenProps {
  readonly values: readonly string[];
  readonly name: (value: string) => string;
  readonly onChange: (values: string[]) => void;
}

/** What was chosen so far; a press takes it away. */
function Chosen({ values, name, onChange }: ChosenProps) {
  const { t } = useTexts();
  if (values.length === 0) return null;
  return (
    <div className="chips">
      {values.map((value) => (
        <Button
          key={value}
          size="compact-sm"
          variant="default"
          aria-label={t('knowledge:takeAway', { name: name(value) })}
          rightSection={<IconX size="0.875rem" stroke={1.75} aria-hidden />}
          onClick={() => onChange(values.filter((other) => other !== value))}
        >
          {name(value)}
        </Button>
      ))}
    </div>
  );
}
