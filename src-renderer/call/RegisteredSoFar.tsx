import { Button } from '@mantine/core';
import { topicName } from '../../src-shared/catalog/topic.ts';
import { useLanguage } from '../settings/useSettings.ts';
import { NoticeBar } from '../ui/NoticeBar.tsx';
import { useTexts } from '../useTexts.ts';
import { noMoreQuestions } from './nextQuestion.ts';
import type { OpenCall } from './openCall.ts';

/** The questions of this call that are registered, and the way out when there is no further one. */
export function RegisteredSoFar({ call, resting }: { readonly call: OpenCall; readonly resting: boolean }) {
  const { t } = useTexts();
  const language = useLanguage();
  if (call.registered.length === 0) return null;
  return (
    <NoticeBar
      action={
        <Button
          size="compact-sm"
          variant="subtle"
          aria-disabled={resting}
          onClick={() => noMoreQuestions(call)}
        >
          {t('call:noMoreQuestions')}
        </Button>
      }
    >
      {t('call:registeredSoFar', { count: call.registered.length })}
      {call.registered.map(({ appeal, number, topic }) => (
        <div key={appeal}>
          <strong className="tabular">{number}</strong> {topicName(topic, language)}
        </div>
      ))}
    </NoticeBar>
  );
}
