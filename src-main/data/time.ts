import {
  CLOCK_JUMP_MS,
  type ClockSample,
  type CommandTime,
  type Instant,
  toInstant,
} from '../../src-shared/clock.ts';
import type { IntentStore } from './store/intent/intent.ts';

/** The two clocks of the machine. */
export interface Clock {
  /** Milliseconds since 1970; may be wrong, may jump. */
  wallMs(): number;
  /** Milliseconds that only ever rise within one run. */
  monoMs(): number;
}

/** What one exchange with the centre showed about the clock. */
interface Sample {
  readonly offsetMs: number;
  readonly uncertaintyMs: number;
  readonly takenMono: number;
  /** Wall minus monotonic clock when it was taken: another difference later means that somebody set the clock. */
  readonly drift: number;
}

/** A better-looking but old sample gives way to a new one after this many milliseconds. */
const SAMPLE_LIFE_MS = 10 * 60_000;

/** Time of the workstation: never an order, only what is stored beside it (sync specification 1.10). */
export interface Timekeeper {
  /** Time for a command given now. */
  stamp(): CommandTime;
  /** Wall clock as it is, in milliseconds since 1970 and as an instant. */
  wallMs(): number;
  now(): Instant;
  /** Monotonic milliseconds of this run. */
  monoMs(): number;
  /** Best estimate of the server's time in milliseconds since 1970; never before a time the server once told. */
  serverMs(): number;
  /** The measurement times of this run are corrected by; null while there is none. */
  sample(): ClockSample | null;
  /** Learns from an exchange: both clocks' readings when it was sent and answered, and the server's time in between. */
  learn(sentMono: number, answeredMono: number, answeredWall: number, serverMs: number): void;
}

/** @param bootId identity of this run: monotonic times of different runs are not comparable */
export function createTimekeeper(clock: Clock, intent: IntentStore, bootId: string): Timekeeper {
  const origin = clock.monoMs();
  const mono = () => Math.max(0, Math.floor(clock.monoMs() - origin));
  const wall = () => Math.round(clock.wallMs());
  let sample: Sample | null = null;

  function current(): Sample | null {
    if (sample !== null && Math.abs(wall() - mono() - sample.drift) > CLOCK_JUMP_MS) sample = null;
    return sample;
  }

  return {
    stamp() {
      const known = current();
      return {
        wall: wall(),
        offsetMs: known?.offsetMs ?? null,
        uncertaintyMs: known?.uncertaintyMs ?? null,
        mono: mono(),
        bootId,
      };
    },
    wallMs: wall,
    now: () => toInstant(wall()),
    monoMs: mono,
    serverMs() {
      const identity = intent.identity.get();
      return Math.max(identity.serverMs, wall() - (current()?.offsetMs ?? identity.offsetMs ?? 0));
    },
    sample() {
      const known = current();
      if (known === null) return null;
      const { offsetMs, uncertaintyMs, takenMono, drift } = known;
      return { offsetMs, uncertaintyMs, mono: Math.round(takenMono), drift: Math.round(drift), bootId };
    },
    learn(sentMono, answeredMono, answeredWall, serverMs) {
      const uncertaintyMs = Math.ceil(Math.max(0, answeredMono - sentMono) / 2);
      const offsetMs = Math.round(answeredWall - uncertaintyMs - serverMs);
      const known = current();
      const isBetter = known === null || uncertaintyMs <= known.uncertaintyMs;
      if (isBetter || answeredMono - known.takenMono > SAMPLE_LIFE_MS) {
        sample = { offsetMs, uncertaintyMs, takenMono: answeredMono, drift: answeredWall - answeredMono };
      }
      intent.identity.setClock(sample?.offsetMs ?? offsetMs, Math.round(serverMs));
    },
  };
}
