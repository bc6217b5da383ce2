import { Button } from '@mantine/core';
import { districtName } from '../../src-shared/catalog/district.ts';
import { topicName } from '../../src-shared/catalog/topic.ts';
import type { QuestionLine } from '../../src-shared/question/queries.ts';
import { useAct } from '../appeal/useAct.ts';
import { openArticle, useKnowledge } from '../knowledge/store.ts';
import { writeArticle } from '../knowledge/writing.ts';
import { useLanguage } from '../settings/useSettings.ts';
import { NoticeBar } from '../ui/NoticeBar.tsx';
import { problemText } from '../ui/problemText.ts';
import { useFormat } from '../ui/useFormat.ts';
import { useTexts } from '../useTexts.ts';
import { AnswerChoice } from './AnswerChoice.tsx';

interface RecordProps {
  readonly line: QuestionLine;
  readonly names: Readonly<Record<string, string>>;
}

/** One question with everybody who asked it, and what an editor can do: write the answer, name it, or say that none is needed. */
export function QuestionRecord({ line, names }: RecordProps) {
  const { t } = useTexts();
  const format = useFormat();
  const language = useLanguage();
  const facts = [
    [t('consultation:topic'), line.topic === '' ? '' : topicName(line.topic, language)],
    [t('question:districts'), line.districts.map((one) => districtName(one, language)).join(', ')],
    [t('question:asked'), t('question:asked.times', { count: line.times })],
  ].filter(([, value]) => value !== '');
  return (
    <article className="record">
      <h2>{line.text}</h2>
      <dl className="recordFacts">
        {facts.map(([label, value]) => (
          <div key={label} style={{ display: 'contents' }}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <section aria-label={t('question:who')}>
        <h3>{t('question:who')}</h3>
        <ul className="sentences">
          {line.questions.map((one) => (
            <li key={one.id}>
              <time dateTime={one.askedAt}>{format.moment(one.askedAt, Date.now())}</time>
              <span>
                {t(`question:way.${one.way}`, { name: names[one.askedBy] ?? '' })}
                {one.text !== line.text && (
                  <span className="soft"> {t('question:quoted', { text: one.text })}</span>
                )}
                {one.state !== 'open' && <Decision question={one} names={names} />}
              </span>
            </li>
          ))}
        </ul>
      </section>
      {line.questions.some(({ state }) => state === 'open') && <EditorActs line={line} />}
    </article>
  );
}

/** What became of it: the article that answers it, which opens, or that none is needed. */
function Decision({
  question: { state, article, closedBy },
  names,
}: {
  readonly question: QuestionLine['questions'][number];
  readonly names: RecordProps['names'];
}) {
  const { t } = useTexts();
  const name = names[closedBy ?? ''] ?? '';
  if (state !== 'answered' || article === null)
    return <p className="small soft">{t('question:dismissedBy', { name })}</p>;
  return (
    <p className="small soft">
      {t('question:answeredBy', { name })}{' '}
      <button
        type="button"
        className="linkButton"
        onClick={() => {
          useKnowledge.setState({ part: 'articles' });
          openArticle(article);
        }}
      >
        {names[article] || t('knowledge:article')}
      </button>
    </p>
  );
}

function EditorActs({ line }: { readonly line: QuestionLine }) {
  const { t, i18n } = useTexts();
  const { busy, problem, run } = useAct(() => undefined);
  const open = line.questions.filter(({ state }) => state === 'open');
  const close = (article: string | null) =>
    void run(
      open.map(({ id }) => ({
        kind: 'question.close',
        payload: { question: id, article, expected: 'open' },
      })),
    );
  const write = () =>
    writeArticle(
      { title: line.text, topics: line.topic === '' ? [] : [line.topic] },
      open.map(({ id }) => id),
    );
  return (
    <>
      {problem && <NoticeBar tone="danger">{problemText(i18n, problem)}</NoticeBar>}
      <div className="recordActions">
        <Button onClick={write}>{t('question:write')}</Button>
        <Button variant="default" aria-busy={busy} onClick={() => close(null)}>
          {t('question:dismiss')}
        </Button>
      </div>
      <AnswerChoice line={line} onChoose={close} />
    </>
  );
}
