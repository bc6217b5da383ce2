import { Button, NumberInput, Switch, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { InputOf } from '../../src-shared/ipc/contract.ts';
import { LinePort, type LineToken } from '../../src-shared/telephony/queries.ts';
import { call as ask } from '../ipc.ts';
import { CopyButton } from '../ui/CopyButton.tsx';
import { useQuery } from '../useQuery.ts';
import { useTexts } from '../useTexts.ts';
import { FeedHealth } from './FeedHealth.tsx';
import { HeadsetSetting } from './HeadsetSetting.tsx';
import { RingSetting } from './RingSetting.tsx';
import './telephony.css';

/** How the telephone line reaches this workstation: off by default, and never needed for starting a call by hand. */
export function LinePage() {
  const { t } = useTexts();
  const { value } = useQuery('line.state', {}, { events: ['line.changed'] });
  if (value === undefined) return null;
  const { feed } = value;
  const set = (part: InputOf<'line.set'>) => void ask('line.set', part);
  return (
    <div className="settingsPage linePage">
      <p className="small soft">{t('telephony:settings.hint')}</p>
      <Switch
        label={t('telephony:settings.on')}
        checked={feed.isOn}
        onChange={({ currentTarget }) => set({ isOn: currentTarget.checked })}
      />
      <FeedHealth feed={feed} />
      <NumberInput
        key={`port-${feed.port}`}
        label={t('telephony:settings.port')}
        min={1024}
        max={65_535}
        hideControls
        defaultValue={feed.port}
        onBlur={({ currentTarget }) => {
          const port = LinePort.safeParse(Number(currentTarget.value)).data;
          if (port !== undefined && port !== feed.port) set({ port });
        }}
      />
      <TextInput
        key={`own-${feed.own ?? ''}`}
        label={t('telephony:settings.own')}
        description={t('telephony:settings.own.hint')}
        maxLength={80}
        defaultValue={feed.own ?? ''}
        onBlur={({ currentTarget }) => {
          const own = currentTarget.value.trim() || null;
          if (own !== feed.own) set({ own });
        }}
      />
      {feed.isOn && <Token />}
      <HeadsetSetting />
      <RingSetting />
    </div>
  );
}

/** The address a telephone program posts to: shown on demand, because whoever has it may tell of calls. */
function Token() {
  const { t } = useTexts();
  const [shown, setShown] = useState<LineToken | null>(null);
  const show = async (name: 'line.token' | 'line.rotate') => {
    const answer = await ask(name, {});
    if (answer.ok) setShown(answer.value);
  };
  const address = shown === null ? null : `http://127.0.0.1:${shown.port}/cti/${shown.token}`;
  return (
    <div>
      <div className="lineAddress">
        {address === null ? (
          <Button variant="default" onClick={() => void show('line.token')}>
            {t('telephony:settings.show')}
          </Button>
        ) : (
          <>
            <code className="small">{address}</code>
            <CopyButton text={address} />
          </>
        )}
        <Button variant="default" onClick={() => void show('line.rotate')}>
          {t('telephony:settings.rotate')}
        </Button>
      </div>
      <p className="small soft">{t('telephony:settings.token.hint')}</p>
    </div>
  );
}
