import { Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconUsersGroup } from '@tabler/icons-react';
import { useState } from 'react';
import type { ProblemLine, Similar } from '../../src-shared/similar/queries.ts';
import type { OpenCall } from '../call/openCall.ts';
import { CommandKey } from '../frame/CommandKey.tsx';
import { useWindowCommand } from '../frame/windowCommands.ts';
import { useQuery } from '../useQuery.ts';
import { useTexts } from '../useTexts.ts';
import { SimilarList } from './SimilarList.tsx';
import { putToProblem } from './similarActs.ts';
import './similar.css';

/** Pause of typing after which the place is compared, in milliseconds. */
const PAUSE_MS = 250;

/** Under the notes, in one line: what others said about this place and topic lately, and the way to join them. Takes no focus. */
export function SimilarStrip({ call }: { readonly call: OpenCall }) {
  const { t } = useTexts();
  const [isOpen, setOpen] = useState(false);
  const { topic, placeSame, address, place } = call.appeal;
  const [asked] = useDebouncedValue(JSON.stringify({ topic, place: placeSame ? address : place }), PAUSE_MS);
  const isAppeal = call.tab === 'appeal' && topic !== '' && (placeSame ? address : place).settlement !== '';
  const { value } = useQuery('similar.find', isAppeal ? JSON.parse(asked) : null, {
    records: ['appeal', 'problem'],
  });
  const shown =
    isAppeal && value !== undefined && (value.week > 0 || value.problems.length > 0) ? value : null;
  useWindowCommand('similar', shown === null ? null : () => setOpen(!isOpen));
  if (shown === null) return null;
  const joined = shown.problems.find(({ problem }) => problem.id === call.appeal.problem);
  return (
    <section className="pane similarPane" aria-label={t('similar:title')}>
      <div className="similarStrip">
        <IconUsersGroup size="1.125rem" stroke={1.75} aria-hidden />
        <span role="status">
          {joined ? t('similar:joined', { title: joined.problem.title }) : words(t, shown)}
        </span>
        <span className="similarActs">
          {joined && (
            <Button size="compact-sm" variant="subtle" onClick={() => putToProblem(call, null)}>
              {t('similar:leave')}
            </Button>
          )}
          {!joined && shown.problems[0] && <JoinFirst call={call} first={shown.problems[0]} />}
          <Button
            size="compact-sm"
            variant="default"
            aria-expanded={isOpen}
            rightSection={<CommandKey command="similar" />}
            onClick={() => setOpen(!isOpen)}
          >
            {t(isOpen ? 'similar:hide' : 'similar:show')}
          </Button>
        </span>
      </div>
      {isOpen && <SimilarList call={call} similar={shown} onClose={() => setOpen(false)} />}
    </section>
  );
}

function JoinFirst({ call, first }: { readonly call: OpenCall; readonly first: ProblemLine }) {
  const { t } = useTexts();
  return (
    <Button size="compact-sm" onClick={() => putToProblem(call, first.problem.id)}>
      {t('similar:join', { title: first.problem.title })}
    </Button>
  );
}

function words(t: ReturnType<typeof useTexts>['t'], similar: Similar): string {
  const [first] = similar.problems;
  if (first) return t('similar:problem', { title: first.problem.title, count: first.people });
  if (similar.nearness === 'settlement') return t('similar:settlement', { count: similar.week });
  return similar.today > 0
    ? t('similar:streetToday', { count: similar.today, week: similar.week })
    : t('similar:street', { count: similar.week });
}
