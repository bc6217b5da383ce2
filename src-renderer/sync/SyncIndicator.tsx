import { Button, Popover, UnstyledButton } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import {
  IconAlertTriangle,
  IconArrowsExchange,
  IconCloudCheck,
  IconCloudOff,
  IconCloudUp,
} from '@tabler/icons-react';
import { useState } from 'react';
import type { SyncStatus } from '../../src-shared/sync/status.ts';
import { call } from '../ipc.ts';
import { NoticeBar } from '../ui/NoticeBar.tsx';
import { useFormat } from '../ui/useFormat.ts';
import { useMinute } from '../ui/useMinute.ts';
import { useQuery } from '../useQuery.ts';
import { useTexts } from '../useTexts.ts';
import { CareFacts } from './CareFacts.tsx';
import { PairAgain } from './PairAgain.tsx';
import { syncSentence } from './syncSentence.ts';
import { unsentAge } from './unsentAge.ts';
import './sync.css';

/** How long a state has to last before a screen reader says it, in milliseconds. */
const HEARD_AFTER_MS = 3000;

/** Whether the centre is reached and what waits, in words; a press shows the details. */
export function SyncIndicator() {
  const { t } = useTexts();
  const format = useFormat();
  const [opened, setOpened] = useState(false);
  const { value: status } = useQuery('sync.status', {}, { events: ['sync.changed'] });
  const now = useMinute();
  const sentence = status ? syncSentence(t, format, status, now) : null;
  // Each act waits for a moment until it is sent: only what stays so is worth interrupting a talk.
  const [heard] = useDebouncedValue(sentence?.text ?? '', HEARD_AFTER_MS);
  if (!status || sentence === null) return null;
  const { text, tone } = sentence;
  const Icon = tone === 'person' ? IconArrowsExchange : tone === 'alarm' ? IconAlertTriangle : iconOf(status);
  return (
    <>
      <span className="onlyHeard" role="status">
        {heard}
      </span>
      <Popover
        opened={opened}
        onChange={setOpened}
        position="bottom-end"
        width="24rem"
        trapFocus
        returnFocus
        shadow="md"
      >
        <Popover.Target>
          <UnstyledButton
            className="syncWords"
            data-tone={tone}
            data-testid="sync-words"
            onClick={() => setOpened(!opened)}
          >
            <Icon size="1.125rem" stroke={1.75} aria-hidden />
            <span className="clip" title={text}>
              {text}
            </span>
            {status.download?.total && (
              <progress
                className="syncProgress"
                value={status.download.rows}
                max={status.download.total}
                aria-hidden
              />
            )}
          </UnstyledButton>
        </Popover.Target>
        <Popover.Dropdown aria-label={t('sync:details')}>
          <SyncDetails status={status} now={now} />
        </Popover.Dropdown>
      </Popover>
    </>
  );
}

function iconOf(status: SyncStatus) {
  if (status.state !== 'connected') return IconCloudOff;
  return status.waiting === 0 ? IconCloudCheck : IconCloudUp;
}

function SyncDetails({ status, now }: { readonly status: SyncStatus; readonly now: number }) {
  const { t } = useTexts();
  const format = useFormat();
  const [sending, setSending] = useState(false);
  const age = unsentAge(t, status, now);
  const sendNow = async () => {
    if (sending) return;
    setSending(true);
    await call('sync.now', {});
    setSending(false);
  };
  return (
    <div className="people">
      <dl className="facts">
        {status.trouble && (
          <>
            <dt>{t('sync:reason')}</dt>
            <dd>{t(`syncTrouble:${status.trouble}`)}</dd>
          </>
        )}
        <dt>{t('sync:lastSuccess')}</dt>
        <dd>{status.lastSuccessAt ? format.moment(status.lastSuccessAt, now) : t('sync:never')}</dd>
        {status.nextAttemptAt && (
          <>
            <dt>{t('sync:nextAttempt')}</dt>
            <dd>{format.seconds(status.nextAttemptAt)}</dd>
          </>
        )}
        <dt>{t('sync:waiting')}</dt>
        <dd>{status.waiting === 0 ? t('sync:nothing') : format.number(status.waiting)}</dd>
        {status.oldestWaitingAt && status.waiting > 0 && (
          <>
            <dt>{t('sync:oldest')}</dt>
            <dd>
              {format.moment(status.oldestWaitingAt, now)}
              {age && ` · ${age.words}`}
            </dd>
          </>
        )}
        <dt>{t('sync:numbers')}</dt>
        <dd>{format.number(status.numbersFree)}</dd>
      </dl>
      {status.numbersFree === 0 && <NoticeBar tone="warn">{t('sync:numbersOut')}</NoticeBar>}
      <CareFacts status={status} now={now} />
      {status.state === 'signIn' && <PairAgain />}
      <Button variant="default" onClick={sendNow} aria-busy={sending} aria-disabled={sending}>
        {t(sending ? 'sync:sending' : 'sync:now')}
      </Button>
    </div>
  );
}
