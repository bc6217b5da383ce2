import { Button, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { plainText } from '../../src-shared/knowledge/plainText.ts';
import type { FoundAnswer } from '../../src-shared/knowledge/queries.ts';
import { askableText } from '../../src-shared/question/wording.ts';
import { changeConsultation } from '../call/acts.ts';
import type { OpenCall } from '../call/openCall.ts';
import { CommandKey } from '../frame/CommandKey.tsx';
import { ANSWER_NUMBERS, type AnswerNumber } from '../frame/shortcuts.ts';
import { useWindowCommand } from '../frame/windowCommands.ts';
import { askEditors, noteUnanswered } from '../question/unanswered.ts';
import { NoticeBar } from '../ui/NoticeBar.tsx';
import { problemText } from '../ui/problemText.ts';
import { useFormat } from '../ui/useFormat.ts';
import { useQuery } from '../useQuery.ts';
import { useTexts } from '../useTexts.ts';
import { ExcerptLine } from './ExcerptLine.tsx';
import { Hits } from './Hits.tsx';
import './knowledge.css';

const LIMIT = ANSWER_NUMBERS.length;
const LONGEST = 20_000;
/** Pause of typing after which it is searched, in milliseconds. */
const PAUSE_MS = 100;

interface AnswersProps {
  readonly call: OpenCall;
  readonly resting: boolean;
}

/**
 * Beside the card: what the knowledge base answers on its topic and place, or to the typed words. An answer's key puts it in, wherever the
 * caret is. A search that finds nothing goes to the editors with the card.
 */
export function ReadyAnswers({ call, resting }: AnswersProps) {
  const { t, i18n } = useTexts();
  const { topic, district, sought, told } = call.consultation;
  // One letter says too little.
  const typed = sought.trim().length < 2 ? '' : sought.trim();
  const [asked] = useDebouncedValue(typed, PAUSE_MS);
  const nothing = asked === '' && topic === '';
  const { value, problem } = useQuery(
    'knowledge.find',
    nothing ? null : { text: asked, topic, district, limit: LIMIT },
    { records: ['article'] },
  );
  const answers = nothing ? [] : (value?.answers ?? []);
  const isAnswered = value !== undefined && asked !== '' && asked === typed && value.text === asked;
  const isEmpty = isAnswered && value.total === 0;
  useEffect(() => {
    if (isAnswered) noteUnanswered(call.id, asked, isEmpty);
  }, [call.id, asked, isAnswered, isEmpty]);
  const take = (answer: FoundAnswer) => {
    if (!resting) putIn(call, answer);
  };
  const canAsk = askableText(sought) !== null;
  const field = useRef<HTMLInputElement>(null);
  // Nothing to tell yet: the key leads to where the question is typed.
  useWindowCommand('noAnswer', canAsk || resting ? null : () => field.current?.select());
  const [first] = answers;
  const onKeyDown = (event: KeyboardEvent) => {
    const isOther = event.ctrlKey || event.altKey || event.shiftKey || event.nativeEvent.isComposing;
    if (event.key !== 'Enter' || isOther || first === undefined) return;
    event.preventDefault();
    take(first);
  };
  return (
    <section className="readyAnswers" aria-label={t('knowledge:ready')}>
      <TextInput
        label={
          <>
            {t('knowledge:ready')} <CommandKey command="answers" />
          </>
        }
        aria-label={t('knowledge:ready.search')}
        placeholder={t('knowledge:ready.placeholder')}
        type="search"
        ref={field}
        data-field="answers"
        autoComplete="off"
        leftSection={<IconSearch size="1rem" stroke={1.75} aria-hidden />}
        value={sought}
        maxLength={200}
        readOnly={resting}
        onKeyDown={onKeyDown}
        onChange={({ currentTarget }) => changeConsultation(call.id, { sought: currentTarget.value })}
      />
      {problem && <NoticeBar tone="danger">{problemText(i18n, problem)}</NoticeBar>}
      {isAnswered && value.turned !== null && (
        <span className="small soft">{t('knowledge:turned', { text: value.turned })}</span>
      )}
      <span className={isEmpty ? 'small soft' : 'onlyHeard'} role="status">
        {isEmpty && told !== sought.trim() && t('knowledge:ready.nothing')}
        {isAnswered && !isEmpty && t('knowledge:ready.found', { count: value.total })}
      </span>
      {answers.length > 0 && (
        <ul>
          {ANSWER_NUMBERS.map((number) => {
            const answer = answers[number - 1];
            return (
              answer && (
                <li key={answer.id}>
                  <ReadyAnswer
                    answer={answer}
                    number={number}
                    typed={value?.turned ?? asked}
                    resting={resting}
                    onTake={take}
                  />
                </li>
              )
            );
          })}
        </ul>
      )}
      {canAsk && <NoAnswer call={call} resting={resting} />}
    </section>
  );
}

interface ReadyAnswerProps {
  readonly answer: FoundAnswer;
  readonly number: AnswerNumber;
  readonly typed: string;
  readonly resting: boolean;
  readonly onTake: (answer: FoundAnswer) => void;
}

function ReadyAnswer({ answer, number, typed, resting, onTake }: ReadyAnswerProps) {
  const { t } = useTexts();
  const format = useFormat();
  const take = () => onTake(answer);
  useWindowCommand(`answer${number}`, resting ? null : take);
  const { title, isOutOfDate } = answer;
  const { checkedOn } = answer.article;
  return (
    <button
      type="button"
      className="readyAnswer"
      tabIndex={-1}
      disabled={resting}
      data-old={isOutOfDate || undefined}
      onClick={take}
    >
      <span className="readyLine">
        <span className="clip">
          <Hits text={title} typed={typed} />
        </span>
        <CommandKey command={`answer${number}`} />
      </span>
      <span className="readyLine small">
        <ExcerptLine answer={answer} typed={typed} />
        {checkedOn !== null && (
          <span className="soft tabular" title={t('knowledge:checkedOn')}>
            {t('knowledge:checkedShort', { day: format.day(checkedOn) })}
          </span>
        )}
      </span>
    </button>
  );
}

/** None of them is the answer: one key tells the editors. */
function NoAnswer({ call, resting }: AnswersProps) {
  const { t } = useTexts();
  const { sought, told } = call.consultation;
  const isTold = told !== '' && told === sought.trim();
  const tell = () => void askEditors(call);
  useWindowCommand('noAnswer', isTold || resting ? null : tell);
  if (isTold) {
    return (
      <span className="small soft" role="status">
        {t('question:told')}
      </span>
    );
  }
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      className="noAnswer"
      disabled={resting}
      onClick={tell}
      rightSection={<CommandKey command="noAnswer" />}
    >
      {t('question:tell')}
    </Button>
  );
}

/** What was typed stays: the answer follows it; the same answer is not put in twice. */
function putIn(call: OpenCall, { id, article }: FoundAnswer): void {
  const said = plainText(article.body);
  const typed = call.consultation.answer.trim();
  const answer = typed.includes(said) ? typed : [typed, said].filter((part) => part !== '').join('\n\n');
  if (answer.length <= LONGEST) changeConsultation(call.id, { answer, article: id });
}
