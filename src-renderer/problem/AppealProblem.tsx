import { Button } from '@mantine/core';
import { IconUsersGroup } from '@tabler/icons-react';
import type { Appeal } from '../../src-shared/appeal/model.ts';
import { ProblemId } from '../../src-shared/brand.ts';
import { NoticeBar } from '../ui/NoticeBar.tsx';
import { useFormat } from '../ui/useFormat.ts';
import { useQuery } from '../useQuery.ts';
import { useTexts } from '../useTexts.ts';
import { useProblems } from './store.ts';

/** In the record of an appeal: the shared problem it belongs to, and who joined it. */
export function AppealProblem({ appeal }: { readonly appeal: Appeal }) {
  const { t } = useTexts();
  const format = useFormat();
  const { value } = useQuery(
    'problem.get',
    appeal.problem === undefined ? null : { problem: ProblemId.parse(appeal.problem) },
    { records: ['problem'] },
  );
  const problem = appeal.problem === undefined ? undefined : value?.problem;
  const joined = appeal.coApplicants ?? [];
  return (
    <>
      {problem && (
        <NoticeBar
          action={
            <Button
              size="compact-sm"
              variant="subtle"
              leftSection={<IconUsersGroup size="1rem" stroke={1.75} aria-hidden />}
              onClick={() => useProblems.getState().show({ problem: problem.id })}
            >
              {t('massProblem:open')}
            </Button>
          }
        >
          {t(`massProblem:of.${problem.state}`, { title: problem.title, answer: problem.answer })}
        </NoticeBar>
      )}
      {joined.length > 0 && (
        <section>
          <h3>{t('massProblem:joined')}</h3>
          <ul className="sentences">
            {joined.map((person) => (
              <li key={person.number}>
                <time dateTime={person.at}>{format.moment(person.at, Date.now())}</time>
                <span className="tabular">{person.number}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
