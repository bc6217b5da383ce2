import { Button, Select, Switch } from '@mantine/core';
import { useEffect, useState } from 'react';
import { outputsToChoose, ringOutput, type SoundOutput } from '../../src-shared/telephony/ring.ts';
import { useSettings } from '../settings/useSettings.ts';
import { NoticeBar } from '../ui/NoticeBar.tsx';
import { useTexts } from '../useTexts.ts';
import { openOutput, playRing, soundOutputs } from './ringTone.ts';
import { useIsTalking } from './useRingSound.ts';

/** How long the sample is heard before its output is let go, in milliseconds. */
const SAMPLE_MS = 800;

/** Whether an incoming call is heard, and where: the speakers rather than the headset. */
export function RingSetting() {
  const { t } = useTexts();
  const { settings, change } = useSettings();
  const { ringSound, ringDevice } = settings;
  const outputs = useOutputs(ringSound);
  const isTalking = useIsTalking();
  const isAbsent = outputs !== null && ringOutput(outputs, ringDevice) === null;
  const names = outputsToChoose(outputs ?? []).map(({ label }) => label);
  const all = ringDevice === '' || names.includes(ringDevice) ? names : [...names, ringDevice];
  return (
    <>
      <Switch
        label={t('telephony:settings.sound')}
        description={t('telephony:settings.sound.hint')}
        checked={ringSound}
        onChange={({ currentTarget }) => change({ ringSound: currentTarget.checked })}
      />
      {ringSound && (
        <div className="lineRing">
          <Select
            label={t('telephony:settings.ringOn')}
            description={t('telephony:settings.ringOn.hint')}
            allowDeselect={false}
            value={ringDevice}
            data={[
              { value: '', label: t('telephony:settings.ringOn.system') },
              ...all.map((label) => ({ value: label, label })),
            ]}
            onChange={(value) => change({ ringDevice: value ?? '' })}
          />
          <Button
            variant="default"
            // Nothing of ours is played into a talk, not even to try it.
            disabled={isTalking || isAbsent}
            onClick={() => void sample(ringDevice)}
          >
            {t('telephony:settings.ringTry')}
          </Button>
          {isAbsent && (
            <NoticeBar tone="warn">{t('telephony:settings.ringAbsent', { name: ringDevice })}</NoticeBar>
          )}
        </div>
      )}
    </>
  );
}

async function sample(chosen: string): Promise<void> {
  const context = await openOutput(chosen);
  if (context === null) return;
  playRing(context);
  setTimeout(() => void context.close(), SAMPLE_MS);
}

/** What can play sound, followed while devices come and go; null until it is known. */
function useOutputs(isAsked: boolean): readonly SoundOutput[] | null {
  const [outputs, setOutputs] = useState<readonly SoundOutput[] | null>(null);
  useEffect(() => {
    if (!isAsked) return;
    const { mediaDevices } = navigator;
    const look = () => {
      soundOutputs().then(setOutputs, (error: unknown) =>
        console.warn('outputs are not shown', error instanceof Error ? error.name : 'unknown'),
      );
    };
    look();
    mediaDevices.addEventListener('devicechange', look);
    return () => mediaDevices.removeEventListener('devicechange', look);
  }, [isAsked]);
  return outputs;
}
