import { Button } from '@mantine/core';
import { IconPhone } from '@tabler/icons-react';
import { topicName } from '../../src-shared/catalog/topic.ts';
import { AnnouncedNow } from '../announcement/AnnouncedNow.tsx';
import { useDuty } from '../duty/store.ts';
import { CommandKey } from '../frame/CommandKey.tsx';
import { HandedCards } from '../handover/HandedCards.tsx';
import { usePaper } from '../paper/store.ts';
import { useLanguage } from '../settings/useSettings.ts';
import { FirstDayList } from '../tour/FirstDayList.tsx';
import { DeliveryMark } from '../ui/Marks.tsx';
import { NoticeBar } from '../ui/NoticeBar.tsx';
import { Phone } from '../ui/Phone.tsx';
import { EmptyState, FailedState, LoadingState } from '../ui/StateView.tsx';
import { useFormat } from '../ui/useFormat.ts';
import { useQuery } from '../useQuery.ts';
import { useTexts } from '../useTexts.ts';
import { startCall } from './acts.ts';
import { DiscardedNotice } from './DiscardedNotice.tsx';
import { useCalls } from './store.ts';
import { Tally } from './Tally.tsx';
import { Unfinished } from './Unfinished.tsx';

/** How many finished calls are shown while none is open. */
const LAST_SHOWN = 20;

/** Between calls: one obvious thing to do, today's tally, the last calls. */
export function IdleCall() {
  const { t } = useTexts();
  const format = useFormat();
  const duty = useDuty((state) => state.chosen?.state);
  const away = duty === 'break' || duty === 'training' ? duty : null;
  const ended = useCalls((state) => state.ended);
  const ofOthers = useCalls((state) => state.ofOthers);
  return (
    <div className="idle">
      <section className="pane idleStart" data-pane>
        <h1>{away === null ? t('call:idle.title') : t(`duty:idle.${away}`)}</h1>
        <Button
          className="startButton"
          data-pane-focus
          autoFocus
          onClick={startCall}
          leftSection={<IconPhone size="1.5rem" stroke={1.75} aria-hidden />}
          rightSection={<CommandKey command="pad" quiet />}
        >
          {t('call:start')}
        </Button>
        {ended && (
          <NoticeBar onClose={() => useCalls.setState({ ended: null })}>
            {t('call:end.done', {
              time: format.time(ended.startedAt),
              outcome: t(`call:outcome.${ended.code}`),
            })}
          </NoticeBar>
        )}
        <AnnouncedNow />
        <DiscardedNotice />
        <HandedCards />
        <Unfinished />
        <Tally />
        {ofOthers > 0 && <NoticeBar>{t('call:ofOthers', { count: ofOthers })}</NoticeBar>}
        <Button
          variant="subtle"
          size="compact-sm"
          style={{ alignSelf: 'flex-start' }}
          onClick={() => usePaper.getState().show(true)}
        >
          {t('paper:title')}
        </Button>
      </section>
      <LastCalls />
    </div>
  );
}

function LastCalls() {
  const { t } = useTexts();
  const format = useFormat();
  const language = useLanguage();
  const calls = useCalls((state) => state.calls);
  const discarded = useCalls((state) => state.discarded);
  const { value, problem, reload } = useQuery(
    'call.list',
    { scope: 'mine', limit: LAST_SHOWN },
    { records: ['call', 'appeal', 'consultation'], events: ['sync.changed'] },
  );
  const open = new Set([...calls, ...discarded].map(({ id }) => id));
  const lines = value?.lines.filter((line) => !open.has(line.id));
  const now = Date.now();
  return (
    <section className="pane idleLast" data-pane aria-label={t('call:last')}>
      <div className="paneHead">
        <h2>{t('call:last')}</h2>
      </div>
      {!lines && (problem ? <FailedState problem={problem} onRetry={reload} /> : <LoadingState />)}
      {lines?.length === 0 && (
        <EmptyState title={t('call:last.empty')}>
          <p>
            {t('call:start')} <CommandKey command="pad" />
          </p>
        </EmptyState>
      )}
      {lines && lines.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling list must be reachable by keyboard
        <ul className="lastList" tabIndex={0}>
          {lines.map((line) => (
            <li key={line.id} className="lastItem">
              <span className="tabular">{format.moment(line.startedAt, now)}</span>
              <span className="clip">
                {line.appeals[0]?.number ?? t(`call:outcome.${line.outcome}`)}
                {line.topic && <span className="soft"> · {topicName(line.topic, language)}</span>}
                <br />
                <span className="small soft">
                  <Phone phone={line.phone} raw={line.phoneRaw} />
                </span>
              </span>
              <DeliveryMark state={line.delivery} />
            </li>
          ))}
        </ul>
      )}
      <FirstDayList />
    </section>
  );
}
