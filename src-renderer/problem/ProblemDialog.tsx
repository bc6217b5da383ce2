import { Modal } from '@mantine/core';
import { IconChevronLeft } from '@tabler/icons-react';
import { topicName } from '../../src-shared/catalog/topic.ts';
import { ApartList } from '../pair/ApartList.tsx';
import { useLanguage } from '../settings/useSettings.ts';
import { EmptyState, FailedState, LoadingState } from '../ui/StateView.tsx';
import { useFormat } from '../ui/useFormat.ts';
import { useQuery } from '../useQuery.ts';
import { useTexts } from '../useTexts.ts';
import { ProblemDetails } from './ProblemDetails.tsx';
import { useProblems } from './store.ts';
import './problem.css';

/** Shared problems: all of them, or one with everybody who is to be told. */
export function ProblemDialog() {
  const { t } = useTexts();
  const { shown, show } = useProblems();
  return (
    <Modal
      opened={shown !== null}
      onClose={() => show(null)}
      title={t('massProblem:title')}
      size="48rem"
      closeButtonProps={{ 'aria-label': t('frame:close') }}
    >
      {shown === 'list' && (
        <>
          <ApartList />
          <ProblemList />
        </>
      )}
      {shown !== null && shown !== 'list' && (
        <>
          <button type="button" className="problemBack small" onClick={() => show('list')}>
            <IconChevronLeft size="1rem" stroke={1.75} aria-hidden />
            {t('massProblem:all')}
          </button>
          <ProblemDetails problem={shown.problem} />
        </>
      )}
    </Modal>
  );
}

function ProblemList() {
  const { t } = useTexts();
  const format = useFormat();
  const language = useLanguage();
  const show = useProblems((state) => state.show);
  const { value, problem, reload } = useQuery('problem.list', {}, { records: ['problem', 'appeal'] });
  if (!value) return problem ? <FailedState problem={problem} onRetry={reload} /> : <LoadingState />;
  if (value.problems.length === 0) {
    return (
      <EmptyState title={t('massProblem:empty')}>
        <p>{t('massProblem:emptyHow')}</p>
      </EmptyState>
    );
  }
  const now = Date.now();
  return (
    <ul className="problemList">
      {value.problems.map((line) => (
        <li key={line.problem.id}>
          <button type="button" className="problemLine" onClick={() => show({ problem: line.problem.id })}>
            <span>
              <b>{line.problem.title}</b>
              <br />
              <span className="small soft">
                {topicName(line.problem.topic, language)} · {format.moment(line.problem.openedAt, now)}
              </span>
            </span>
            <span className="problemCounts">
              {t('massProblem:counts', { appeals: line.appeals, people: line.people })}
              <br />
              <span className="small soft">{t(`massProblem:state.${line.problem.state}`)}</span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
