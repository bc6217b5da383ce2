import { Button } from '@mantine/core';
import { IconArrowBackUp, IconMessageQuestion } from '@tabler/icons-react';
import { useMemo } from 'react';
import type { OpenCall } from '../call/openCall.ts';
import { CommandKey } from '../frame/CommandKey.tsx';
import { useWindowCommand } from '../frame/windowCommands.ts';
import { useQuery } from '../useQuery.ts';
import { useTexts } from '../useTexts.ts';
import { askedInCall, skipQuestion, writeAnswer } from './asked.ts';
import './script.css';

/** Questions named after the one to be asked now. */
const AHEAD = 3;

/** Under the notes: what is still to be asked on the topic of the card, one question at a time. Takes no focus. */
export function AskStrip({ call, resting }: { readonly call: OpenCall; readonly resting: boolean }) {
  const { t } = useTexts();
  const topic = call.tab === 'appeal' ? call.appeal.topic : call.consultation.topic;
  const { value } = useQuery('script.at', topic === '' ? null : { topic }, { records: ['script'] });
  const script = topic === '' ? null : (value?.script ?? null);
  const asked = useMemo(() => (script === null ? null : askedInCall(call, script.questions)), [call, script]);
  const question = asked?.left[0];
  useWindowCommand('askNext', question === undefined || resting ? null : () => writeAnswer(call, question));
  useWindowCommand(
    'skipQuestion',
    question === undefined || resting ? null : () => skipQuestion(call, question.id, true),
  );
  if (script === null || asked === null || asked.left.length + asked.skipped.length === 0) return null;
  const ahead = asked.left.slice(1, 1 + AHEAD);
  return (
    <section className="pane askPane" data-pane aria-label={t('script:panel')}>
      {question && (
        <div className="askNow">
          <IconMessageQuestion size="1.25rem" stroke={1.75} aria-hidden />
          <span role="status" className="askWords">
            {question.ask}
          </span>
          <span className="small soft tabular">
            {t('script:count', { number: asked.answered.length + 1, count: script.questions.length })}
          </span>
          <span className="askActs">
            <Button
              size="compact-sm"
              variant="default"
              aria-disabled={resting}
              rightSection={<CommandKey command="askNext" />}
              onClick={() => resting || writeAnswer(call, question)}
            >
              {t('script:write')}
            </Button>
            <Button
              size="compact-sm"
              variant="subtle"
              aria-disabled={resting}
              rightSection={<CommandKey command="skipQuestion" />}
              onClick={() => resting || skipQuestion(call, question.id, true)}
            >
              {t('script:skip')}
            </Button>
          </span>
        </div>
      )}
      {ahead.length > 0 && (
        <span className="small soft clip">
          {t('script:ahead', { labels: ahead.map(({ label }) => label).join(' · ') })}
        </span>
      )}
      {asked.skipped.length > 0 && (
        <div className="askSkipped small">
          <span className="soft">{t('script:skipped')}</span>
          {asked.skipped.map(({ id, label }) => (
            <button
              key={id}
              type="button"
              className="askBack"
              aria-label={t('script:back', { label })}
              disabled={resting}
              onClick={() => skipQuestion(call, id, false)}
            >
              {label}
              <IconArrowBackUp size="1rem" stroke={1.75} aria-hidden />
            </button>
          ))}
        </div>
      )}
    </section>
  );
}
