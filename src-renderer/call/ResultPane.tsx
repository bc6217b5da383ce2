import { Button } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { AppealId } from '../../src-shared/brand.ts';
import { topicName } from '../../src-shared/catalog/topic.ts';
import { isProvisional } from '../../src-shared/number/number.ts';
import { CommandKey } from '../frame/CommandKey.tsx';
import { openAppeal } from '../frame/openAppeal.ts';
import { useWindowCommand } from '../frame/windowCommands.ts';
import { useLanguage } from '../settings/useSettings.ts';
import { UnsentReminder } from '../sync/UnsentReminder.tsx';
import { CopyButton } from '../ui/CopyButton.tsx';
import { DeliveryMark } from '../ui/Marks.tsx';
import { NoticeBar } from '../ui/NoticeBar.tsx';
import { useQuery } from '../useQuery.ts';
import { useTexts } from '../useTexts.ts';
import { startCall } from './acts.ts';
import type { RegisteredQuestion } from './openCall.ts';
import { type CallResult, useCalls } from './store.ts';

/** What the operator reads to the caller once the card is complete: the number, large and in parts. */
export function ResultPane({ result }: { readonly result: CallResult }) {
  const { t } = useTexts();
  const language = useLanguage();
  const next = useRef<HTMLButtonElement>(null);
  useEffect(() => next.current?.focus(), []);
  const close = () => useCalls.setState({ result: null });
  useWindowCommand('back', close);
  const { appeal, number, earlier = [] } = result;
  const title =
    result.about !== undefined
      ? t('caller:inquire.done', { number: result.about })
      : t(result.kind === 'appeal' ? 'call:result.registered' : 'call:result.consultation');
  return (
    <section className="pane resultPane" data-pane aria-labelledby="result-title">
      <IconCircleCheck size="2.5rem" stroke={1.5} color="var(--done)" aria-hidden />
      <h1 id="result-title">{title}</h1>
      <p className="onlyHeard" role="status">
        {number === null ? title : t('call:result.heard', { parts: numberParts(number).join(', ') })}
      </p>
      {earlier.length > 0 && <EarlierQuestions questions={earlier} />}
      {number && <NumberToRead number={number} />}
      <span className="soft">{topicName(result.topic, language)}</span>
      {appeal && <AppealDelivery appeal={appeal} />}
      <UnsentReminder />
      {result.urgent && <NoticeBar tone="danger">{t('call:result.urgent')}</NoticeBar>}
      <div className="resultButtons">
        <Button
          ref={next}
          onClick={startCall}
          data-pane-focus
          rightSection={<CommandKey command="pad" quiet />}
        >
          {t('call:result.new')}
        </Button>
        {number && <CopyButton text={number} />}
        {appeal && (
          <Button variant="default" onClick={() => openAppeal('mine', appeal)}>
            {t('call:result.open')}
          </Button>
        )}
        <Button variant="subtle" onClick={close}>
          {t('call:result.done')}
        </Button>
      </div>
    </section>
  );
}

/** The other questions of the same call, so that all numbers are read back at once. */
function EarlierQuestions({ questions }: { readonly questions: readonly RegisteredQuestion[] }) {
  const { t } = useTexts();
  const language = useLanguage();
  return (
    <section className="earlierQuestions" aria-label={t('call:result.earlier')}>
      <span className="soft">{t('call:result.earlier')}</span>
      <ul>
        {questions.map(({ appeal, number, topic }) => (
          <li key={appeal}>
            <strong className="tabular">{number}</strong>{' '}
            <span className="soft">{topicName(topic, language)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function NumberToRead({ number }: { readonly number: string }) {
  const { t } = useTexts();
  return (
    <>
      <span className="soft">{t('call:result.read')}</span>
      <div className="resultNumber" data-testid="registration-number">
        {number}
      </div>
      <ul className="spelled" aria-label={t('call:result.spelled')}>
        {numberParts(number).map((part, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts of one number stand in its order
          <li key={index}>{part}</li>
        ))}
      </ul>
      {isProvisional(number) && <NoticeBar>{t('call:result.provisional')}</NoticeBar>}
    </>
  );
}

/** A number as it is said: by its dashes, long runs of digits by threes. */
function numberParts(number: string): string[] {
  return number
    .split('-')
    .flatMap((part) => (/^\d{6}$/.test(part) ? [part.slice(0, 3), part.slice(3)] : [part]));
}

function AppealDelivery({ appeal }: { readonly appeal: string }) {
  const { value } = useQuery(
    'appeal.get',
    { appeal: AppealId.parse(appeal) },
    { records: ['appeal'], events: ['sync.changed'] },
  );
  return value ? <DeliveryMark state={value.delivery} /> : null;
}
