import { useEffect, useRef } from 'react';
import { plainText } from '../../src-shared/knowledge/plainText.ts';
import type { FoundAnswer } from '../../src-shared/knowledge/queries.ts';
import { changeConsultation } from '../call/acts.ts';
import type { OpenCall } from '../call/openCall.ts';
import { Kbd } from '../ui/Kbd.tsx';
import { useQuery } from '../useQuery.ts';
import { useTexts } from '../useTexts.ts';
import { OutOfDate } from './ArticleRecord.tsx';
import './knowledge.css';

const LIMIT = 4;
const LONGEST = 20_000;

/** Beside the card: what the knowledge base answers on its topic and place. Ctrl+1 … 4 puts an answer in, wherever the caret is. */
export function ReadyAnswers({ call, resting }: { readonly call: OpenCall; readonly resting: boolean }) {
  const { t } = useTexts();
  const { topic, district } = call.consultation;
  const { value } = useQuery(
    'knowledge.find',
    topic === '' ? null : { text: '', topic, district, limit: LIMIT },
    { records: ['article'] },
  );
  const answers = topic === '' ? [] : (value?.answers ?? []);
  const take = (answer: FoundAnswer | undefined) => {
    if (answer !== undefined && !resting) putIn(call, answer);
  };
  useAnswerKeys((at) => take(answers[at]));
  if (answers.length === 0) return null;
  return (
    <section className="readyAnswers" aria-label={t('knowledge:ready')}>
      <span className="small soft">{t('knowledge:ready')}</span>
      <ul>
        {answers.map((answer, at) => (
          <li key={answer.id}>
            <button
              type="button"
              className="readyAnswer"
              tabIndex={-1}
              disabled={resting}
              onClick={() => take(answer)}
            >
              <span className="clip">{answer.title}</span>
              {answer.isOutOfDate ? <OutOfDate /> : <span className="clip small soft">{answer.excerpt}</span>}
              <Kbd>{`Ctrl+${at + 1}`}</Kbd>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What was typed stays: the answer follows it; the same answer is not put in twice. */
function putIn(call: OpenCall, { id, article }: FoundAnswer): void {
  const said = plainText(article.body);
  const typed = call.consultation.answer.trim();
  const answer = typed.includes(said) ? typed : [typed, said].filter((part) => part !== '').join('\n\n');
  if (answer.length <= LONGEST) changeConsultation(call.id, { answer, article: id });
}

/** Ctrl and a digit by its place on the keyboard, so that it works in every layout. */
function useAnswerKeys(onDigit: (at: number) => void): void {
  const held = useRef(onDigit);
  held.current = onDigit;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const digit = /^Digit([1-4])$/.exec(event.code)?.[1];
      const isOther = event.altKey || event.shiftKey || event.metaKey || event.getModifierState('AltGraph');
      if (digit === undefined || !event.ctrlKey || isOther || event.isComposing) return;
      if (document.querySelector('[role="dialog"]')) return;
      event.preventDefault();
      if (!event.repeat) held.current(Number(digit) - 1);
    };
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, []);
}
