import { useEffect } from 'react';
import { isHeard } from '../../src-shared/telephony/ring.ts';
import { useCalls } from '../call/store.ts';
import { useSettings } from '../settings/useSettings.ts';
import { useHeadsetState } from './headset.ts';
import { openOutput, playRing } from './ringTone.ts';
import type { LineRowOf } from './rows.ts';
import { useLine } from './store.ts';

/** How long until the tones are repeated, in milliseconds. */
const REPEAT_MS = 3000;

/** Whether somebody talks now, as far as anything here can tell. */
export function useIsTalking(): boolean {
  const byHand = useCalls(({ calls }) => calls.some(({ paper, ended }) => paper === null && ended === null));
  const onLine = useLine(
    ({ state }) => state?.calls.some(({ phase }) => phase === 'active' || phase === 'held') === true,
  );
  const lifted = useHeadsetState(({ isOffHook }) => isOffHook);
  return byHand || onLine || lifted;
}

/** The incoming call, heard on the chosen output alone. The line on the screen is there in any case. */
export function useRingSound(rows: readonly LineRowOf[]): void {
  const { ringSound, ringDevice } = useSettings().settings;
  const isTalking = useIsTalking();
  const rings = rows.some(({ kind, call }) => kind === 'ringing' && call.line.direction === 'in');
  const sounds = isHeard({ isWanted: ringSound, rings, isTalking });
  useEffect(() => {
    if (!sounds) return;
    let timer: ReturnType<typeof setInterval> | undefined;
    let opened: AudioContext | null = null;
    let isOver = false;
    const begin = async () => {
      const context = await openOutput(ringDevice);
      // Taken while the output was being opened: nothing is heard after that.
      if (isOver) return void context?.close();
      if (context === null) return;
      opened = context;
      playRing(context);
      timer = setInterval(() => playRing(context), REPEAT_MS);
    };
    begin().catch((error: unknown) =>
      console.warn('the ring cannot be played', error instanceof Error ? error.name : 'unknown'),
    );
    return () => {
      isOver = true;
      clearInterval(timer);
      void opened?.close();
    };
  }, [sounds, ringDevice]);
}
