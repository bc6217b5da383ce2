import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import type { QuestionLine } from '../../src-shared/question/queries.ts';
import { useQuery } from '../useQuery.ts';
import { useTexts } from '../useTexts.ts';

const LIMIT = 5;
const PAUSE_MS = 100;

interface AnswerChoiceProps {
  readonly line: QuestionLine;
  readonly onChoose: (article: string) => void;
}

/** An article that is there already answers the question: found by words, chosen by one press. */
export function AnswerChoice({ line, onChoose }: AnswerChoiceProps) {
  const { t } = useTexts();
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text.trim(), PAUSE_MS);
  const { value } = useQuery(
    'knowledge.find',
    asked === '' && line.topic === '' ? null : { text: asked, topic: line.topic, district: '', limit: LIMIT },
    { records: ['article'] },
  );
  const answers = value?.answers ?? [];
  return (
    <section className="readyAnswers" aria-label={t('question:choice')}>
      <TextInput
        label={t('question:choice')}
        placeholder={t('knowledge:find')}
        type="search"
        autoComplete="off"
        leftSection={<IconSearch size="1rem" stroke={1.75} aria-hidden />}
        value={text}
        maxLength={200}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      {value && asked !== '' && answers.length === 0 && (
        <span className="small soft" role="status">
          {t('knowledge:none')}
        </span>
      )}
      <ul>
        {answers.map((answer) => (
          <li key={answer.id}>
            <button type="button" className="readyAnswer" onClick={() => onChoose(answer.id)}>
              <span className="readyLine">
                <span className="clip">{answer.title}</span>
              </span>
              <span className="readyLine small">
                <span className="clip soft">{answer.excerpt}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
