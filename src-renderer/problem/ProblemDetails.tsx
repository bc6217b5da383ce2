import { Button, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { ProblemId } from '../../src-shared/brand.ts';
import { topicName } from '../../src-shared/catalog/topic.ts';
import type { ProblemDetail } from '../../src-shared/similar/queries.ts';
import { useAct } from '../appeal/useAct.ts';
import { openAppeal } from '../frame/openAppeal.ts';
import { useCompleteKey } from '../frame/useCompleteKey.ts';
import { mayRun, useSession } from '../session/useSession.ts';
import { useLanguage } from '../settings/useSettings.ts';
import { addressWords } from '../ui/addressWords.ts';
import { NoticeBar } from '../ui/NoticeBar.tsx';
import { Phone } from '../ui/Phone.tsx';
import { problemText } from '../ui/problemText.ts';
import { EmptyState, FailedState, LoadingState } from '../ui/StateView.tsx';
import { useQuery } from '../useQuery.ts';
import { useTexts } from '../useTexts.ts';
import { CloseAppeals } from './CloseAppeals.tsx';
import { useProblems } from './store.ts';

/** One shared problem: where, the one answer, and every person who is to hear it with a telephone. */
export function ProblemDetails({ problem: id }: { readonly problem: string }) {
  const { t } = useTexts();
  const { value, problem, reload } = useQuery(
    'problem.get',
    { problem: ProblemId.parse(id) },
    { records: ['problem', 'appeal', 'applicant', 'execution'] },
  );
  if (value === undefined)
    return problem ? <FailedState problem={problem} onRetry={reload} /> : <LoadingState />;
  if (value === null) return <EmptyState title={t('massProblem:missing')} />;
  return <Details detail={value} />;
}

function Details({ detail }: { readonly detail: NonNullable<ProblemDetail> }) {
  const { t, i18n } = useTexts();
  const language = useLanguage();
  const { operator } = useSession();
  const { problem, people, appeals } = detail;
  return (
    <div className="problemDetails">
      <div>
        <h2>{problem.title}</h2>
        <span className="soft">
          {topicName(problem.topic, language)} · {addressWords(i18n, problem.place)}
        </span>
      </div>
      {problem.state === 'ended' && (
        <NoticeBar>
          {t('massProblem:answered')} {problem.answer}
        </NoticeBar>
      )}
      {problem.state === 'open' && mayRun(operator.role, 'problem.end') && <EndForm problem={problem.id} />}
      {problem.state === 'ended' && mayRun(operator.role, 'appeal.close') && (
        <CloseAppeals appeals={appeals} answer={problem.answer} />
      )}
      <h3>
        {t(problem.state === 'ended' ? 'massProblem:tell' : 'massProblem:people', { count: people.length })}
      </h3>
      {people.length === 0 && <span className="soft">{t('massProblem:nobody')}</span>}
      <ul className="problemPeople">
        {people.map((person) => (
          <li key={person.number}>
            <button
              type="button"
              className="problemNumber tabular"
              onClick={() => {
                useProblems.getState().show(null);
                openAppeal('all', person.appeal);
              }}
            >
              {person.number}
            </button>
            <span className="clip">{person.name || t('applicant:anonymous')}</span>
            <Phone phone={person.phone} raw="" />
          </li>
        ))}
      </ul>
    </div>
  );
}

function EndForm({ problem }: { readonly problem: string }) {
  const { t, i18n } = useTexts();
  const [answer, setAnswer] = useState('');
  const act = useAct(() => setAnswer(''));
  const end = (event?: FormEvent) => {
    event?.preventDefault();
    void act.run([{ kind: 'problem.end', payload: { problem, answer } }]);
  };
  const onKeyDown = useCompleteKey(end);
  return (
    <form className="problemEnd" onSubmit={end}>
      <Textarea
        label={t('massProblem:answer')}
        description={t('massProblem:answer.hint')}
        autosize
        minRows={2}
        maxRows={8}
        value={answer}
        onChange={({ currentTarget }) => setAnswer(currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      {act.problem && <NoticeBar tone="danger">{problemText(i18n, act.problem)}</NoticeBar>}
      <Button type="submit" loading={act.busy}>
        {t('massProblem:end')}
      </Button>
    </form>
  );
}
