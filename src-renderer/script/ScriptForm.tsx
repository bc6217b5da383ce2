import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { topicName } from '../../src-shared/catalog/topic.ts';
import type { Script } from '../../src-shared/script/model.ts';
import { useAct } from '../appeal/useAct.ts';
import { settling } from '../attention/settling.ts';
import { useCompleteKey } from '../frame/useCompleteKey.ts';
import { WritingFoot } from '../knowledge/WritingFoot.tsx';
import { useSession } from '../session/useSession.ts';
import { useLanguage } from '../settings/useSettings.ts';
import { TopicSelect } from '../ui/CatalogSelects.tsx';
import { ChosenChips } from '../ui/ChosenChips.tsx';
import { useTexts } from '../useTexts.ts';
import { QuestionFields } from './QuestionFields.tsx';
import {
  dropScript,
  type EditedScript,
  endScript,
  keepScript,
  newQuestion,
  scriptText,
  useScripts,
  type WrittenQuestion,
  type WrittenScript,
} from './store.ts';

/** Most questions of one script: nobody answers more. */
const MOST = 30;

interface ScriptFormProps {
  readonly edited: EditedScript;
  /** The questions as they stand now; undefined for new ones. */
  readonly present: Script | undefined;
}

/** A lead writes what is to be asked on a topic, in the order of the conversation. */
export function ScriptForm({ edited, present }: ScriptFormProps) {
  const { t } = useTexts();
  const language = useLanguage();
  const { operator } = useSession();
  const [tried, setTried] = useState(false);
  const { script, expected, text } = edited;
  const { questions } = text;
  const { busy, problem, run } = useAct(() => {
    endScript(edited);
    useScripts.setState({ opened: script, cursor: script });
  });
  const change = (part: Partial<WrittenScript>) => keepScript({ ...edited, text: { ...text, ...part } });
  const put = (at: number, question: WrittenQuestion) =>
    change({ questions: questions.map((other, index) => (index === at ? question : other)) });
  const move = (at: number, by: number) => {
    const moved = [...questions];
    moved.splice(at + by, 0, ...moved.splice(at, 1));
    change({ questions: moved });
  };
  const save = () => {
    setTried(true);
    const ready = scriptText(text);
    if (ready === null) return;
    void run([
      { kind: 'script.save', payload: { script, expected, text: ready } },
      ...(edited.settles === null ? [] : settling(edited.settles, 'sent_again')),
    ]);
  };
  const onKeyDown = useCompleteKey(save);
  return (
    <form
      className="record"
      aria-label={t('script:writing')}
      onKeyDown={onKeyDown}
      onSubmit={(event) => event.preventDefault()}
    >
      <TextInput
        label={t('script:name')}
        value={text.title}
        error={tried && text.title.trim() === '' ? t('knowledge:required') : undefined}
        maxLength={200}
        autoFocus
        onChange={(event) => change({ title: event.currentTarget.value })}
      />
      <TopicSelect
        label={t('knowledge:topics')}
        value=""
        error={tried && text.topics.length === 0 ? t('knowledge:required') : undefined}
        onChange={(topic) => topic !== '' && change({ topics: [...new Set([...text.topics, topic])] })}
      />
      <ChosenChips
        values={text.topics}
        name={(topic) => topicName(topic, language)}
        onChange={(topics) => change({ topics })}
      />
      {questions.map((question, at) => (
        <QuestionFields
          key={question.id}
          question={question}
          number={at + 1}
          tried={tried}
          isOnly={questions.length === 1}
          onChange={(changed) => put(at, changed)}
          onUp={at === 0 ? null : () => move(at, -1)}
          onDown={at === questions.length - 1 ? null : () => move(at, 1)}
          onRemove={() => change({ questions: questions.filter((_, index) => index !== at) })}
        />
      ))}
      {questions.length < MOST && (
        <Button
          variant="default"
          size="compact-md"
          className="addQuestion"
          onClick={() => change({ questions: [...questions, newQuestion()] })}
        >
          {t('script:add')}
        </Button>
      )}
      <WritingFoot
        label={t('knowledge:save')}
        busy={busy}
        problem={problem}
        changed={
          present !== undefined && present.version !== expected
            ? {
                words: t('script:changed', { title: present.title }),
                over: t('script:changed.over'),
                act: () => keepScript({ ...edited, expected: present.version }),
              }
            : null
        }
        onSave={save}
        onDrop={() => dropScript(edited, operator.id)}
      />
    </form>
  );
}
