import { Button, Popover } from '@mantine/core';
import { IconPhoneIncoming, IconPhoneX } from '@tabler/icons-react';
import { useState } from 'react';
import { callerOf } from '../../src-shared/telephony/caller.ts';
import type { LineState } from '../../src-shared/telephony/queries.ts';
import { useSettingsDialog } from '../settings/store.ts';
import { PhoneLink } from '../ui/PhoneLink.tsx';
import { useFormat } from '../ui/useFormat.ts';
import { useTexts } from '../useTexts.ts';
import { FeedHealth } from './FeedHealth.tsx';
import { useLine } from './store.ts';

/** How the feed of the line stands and what was missed today; nothing where no line was ever set. */
export function LineMark() {
  const { t } = useTexts();
  const state = useLine((line) => line.state);
  const [opened, setOpened] = useState(false);
  if (state === null || (!state.feed.isOn && state.missedToday === 0)) return null;
  const isTroubled = state.feed.health === 'taken';
  const calm = state.missedToday === 0 ? 'telephony:mark.calm' : 'telephony:mark.missed';
  const words = isTroubled ? 'telephony:mark.taken' : calm;
  const Icon = isTroubled ? IconPhoneX : IconPhoneIncoming;
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" trapFocus returnFocus width="22rem">
      <Popover.Target>
        <Button
          variant="subtle"
          size="compact-sm"
          {...(words === 'telephony:mark.missed'
            ? { 'aria-label': t('telephony:mark', { count: state.missedToday }) }
            : {})}
          leftSection={<Icon size="1.125rem" stroke={1.75} aria-hidden />}
          onClick={() => setOpened(!opened)}
          {...(isTroubled ? { color: 'red' } : {})}
        >
          {t(words, { count: state.missedToday })}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <FeedHealth feed={state.feed} />
        <MissedList missed={state.missed} />
        <Button
          variant="default"
          size="compact-sm"
          mt="sm"
          onClick={() => {
            setOpened(false);
            useSettingsDialog.getState().show('line');
          }}
        >
          {t('telephony:mark.settings')}
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}

function MissedList({ missed }: { readonly missed: LineState['missed'] }) {
  const { t } = useTexts();
  const format = useFormat();
  if (missed.length === 0) return <p className="small soft">{t('telephony:missed.none')}</p>;
  return (
    <>
      <h3 className="small soft">{t('telephony:missed')}</h3>
      <ul className="missedList">
        {missed.map((call) => {
          const { phone, raw, isHidden } = callerOf(call.from);
          return (
            <li key={call.id} className="missedItem">
              <span className="tabular small">{format.time(call.at)}</span>
              {isHidden ? t('telephony:hidden') : <PhoneLink phone={phone} raw={raw} />}
            </li>
          );
        })}
      </ul>
    </>
  );
}
