import { ringOutput, type SoundOutput } from '../../src-shared/telephony/ring.ts';

/** Two soft tones. */
const TONES_HZ = [660, 880] as const;
const TONE_S = 0.18;
const LOUDNESS = 0.08;

/** What can play sound now. The names need no microphone: the page may choose an output and hear nothing. */
export async function soundOutputs(): Promise<SoundOutput[]> {
  const devices = await navigator.mediaDevices.enumerateDevices();
  return devices
    .filter(({ kind }) => kind === 'audiooutput')
    .map(({ deviceId, label }) => ({ id: deviceId, label }));
}

/**
 * Opens the chosen output.
 * @param chosen its name; empty: the system's
 * @returns null when it is not there: then nothing is played, not even elsewhere
 */
export async function openOutput(chosen: string): Promise<AudioContext | null> {
  const id = ringOutput(chosen === '' ? [] : await soundOutputs(), chosen);
  if (id === null) return null;
  // Set from the beginning, so that not one tone goes out elsewhere.
  return id === '' ? new AudioContext() : new AudioContext({ sinkId: id } as AudioContextOptions);
}

/** Plays the two tones once. */
export function playRing(context: AudioContext): void {
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
