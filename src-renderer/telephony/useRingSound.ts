import { useEffect } from 'react';
import { useCalls } from '../call/store.ts';
import { useSettings } from '../settings/useSettings.ts';
import type { LineRowOf } from './rows.ts';
import { useLine } from './store.ts';

/** Two soft tones, and how long until they are repeated. */
const TONES_HZ = [660, 880] as const;
const TONE_S = 0.18;
const REPEAT_MS = 3000;
const LOUDNESS = 0.08;

/** The incoming call, heard: only where it was asked for, and never while somebody talks into the same headset. */
export function useRingSound(rows: readonly LineRowOf[]): void {
  const { settings } = useSettings();
  const byHand = useCalls(({ calls }) => calls.some(({ paper, ended }) => paper === null && ended === null));
  const onLine = useLine(({ state }) => state?.calls.some(({ phase }) => phase === 'active') === true);
  const rings = rows.some(({ kind, call }) => kind === 'ringing' && call.line.direction === 'in');
  const sounds = settings.ringSound && rings && !byHand && !onLine;
  useEffect(() => {
    if (!sounds) return;
    const context = new AudioContext();
    ring(context);
    const timer = setInterval(() => ring(context), REPEAT_MS);
    return () => {
      clearInterval(timer);
      void context.close();
    };
  }, [sounds]);
}

function ring(context: AudioContext): void {
  TONES_HZ.forEach((hertz, index) => {
    const tone = context.createOscillator();
    const gain = context.createGain();
    const at = context.currentTime + index * TONE_S;
    tone.frequency.value = hertz;
    gain.gain.setValueAtTime(LOUDNESS, at);
    gain.gain.exponentialRampToValueAtTime(0.0001, at + TONE_S);
    tone.connect(gain).connect(context.destination);
    tone.start(at);
    tone.stop(at + TONE_S);
  });
}
