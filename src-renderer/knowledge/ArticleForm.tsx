import { Button, Textarea, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { districtName } from '../../src-shared/catalog/district.ts';
import { topicName } from '../../src-shared/catalog/topic.ts';
import { useAct } from '../appeal/useAct.ts';
import { CommandKey } from '../frame/CommandKey.tsx';
import { useCompleteKey } from '../frame/useCompleteKey.ts';
import { useSession } from '../session/useSession.ts';
import { useLanguage } from '../settings/useSettings.ts';
import { DistrictSelect, TopicSelect } from '../ui/CatalogSelects.tsx';
import { DayInput } from '../ui/DayInput.tsx';
import { NoticeBar } from '../ui/NoticeBar.tsx';
import { problemText } from '../ui/problemText.ts';
import { useTexts } from '../useTexts.ts';
import { changeText, type EditedArticle, endWriting, useKnowledge } from './store.ts';

/** A lead writes an article: title, text, topics, districts, days. */
export function ArticleForm({ edited }: { readonly edited: EditedArticle }) {
  const { t, i18n } = useTexts();
  const language = useLanguage();
  const { article, expected, text } = edited;
  const [tried, setTried] = useState(false);
  const { operator } = useSession();
  const { busy, problem, run } = useAct(() => {
    endWriting(operator.id);
    useKnowledge.setState({ opened: article });
  });
  const missing = (said: string) => (tried && said.trim() === '' ? t('knowledge:required') : undefined);
  const save = () => {
    setTried(true);
    if (text.title.trim() === '' || text.body.trim() === '') return;
    void run([{ kind: 'article.save', payload: { article, expected, text } }]);
  };
  const onKeyDown = useCompleteKey(save);
  return (
    <form
      className="record"
      aria-label={t('knowledge:writing')}
      onKeyDown={onKeyDown}
      onSubmit={(event) => event.preventDefault()}
    >
      <TextInput
        label={t('knowledge:name')}
        value={text.title}
        error={missing(text.title)}
        maxLength={200}
        data-autofocus
        onChange={(event) => changeText(operator.id, { title: event.currentTarget.value })}
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
        onChange={(event) => changeText(operator.id, { body: event.currentTarget.value })}
      />
      <TopicSelect
        label={t('knowledge:topics')}
        value=""
        onChange={(topic) => topic !== '' && changeText(operator.id, { topics: withOne(text.topics, topic) })}
      />
      <Chosen
        values={text.topics}
        name={(topic) => topicName(topic, language)}
        onChange={(topics) => changeText(operator.id, { topics })}
      />
      <DistrictSelect
        label={t('knowledge:districts')}
        value=""
        onChange={(one) => one !== '' && changeText(operator.id, { districts: withOne(text.districts, one) })}
      />
      <Chosen
        values={text.districts}
        name={(district) => districtName(district, language)}
        onChange={(districts) => changeText(operator.id, { districts })}
      />
      <DayInput
        label={t('knowledge:validFrom')}
        value={text.validFrom}
        onChange={(validFrom) => changeText(operator.id, { validFrom })}
      />
      <DayInput
        label={t('knowledge:validUntil')}
        value={text.validUntil}
        onChange={(validUntil) => changeText(operator.id, { validUntil })}
      />
      {problem && <NoticeBar tone="danger">{problemText(i18n, problem)}</NoticeBar>}
      <div className="recordActions">
        <Button onClick={save} aria-busy={busy} rightSection={<CommandKey command="complete" quiet />}>
          {t('knowledge:save')}
        </Button>
        <Button variant="default" onClick={() => endWriting(operator.id)}>
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
