import { type UnsentLimits, unsentTone } from '../../src-shared/sync/unsent.ts';
import type { StationLine } from '../../src-shared/workstation/queries.ts';
import { ageWords } from '../sync/unsentAge.ts';
import type { Translate } from '../useTexts.ts';

/** A workstation not heard from for this long, in milliseconds, is called silent: several of its own polls have gone by. */
const SILENT_MS = 3 * 60_000;

function ageOf({ oldestWaitingAt, waiting }: StationLine, now: number): number {
  return oldestWaitingAt === null || waiting === 0 ? 0 : now - Date.parse(oldestWaitingAt);
}

/** How pressing what waits there is. */
export function toneOf(station: StationLine, limits: UnsentLimits, now: number): string {
  return station.active ? unsentTone(ageOf(station, now), limits) : 'calm';
}

/** In words first: the colour only repeats them. */
export function stateWords(
  t: Translate,
  station: StationLine,
  limits: UnsentLimits,
  now: number,
  time: (at: string) => string,
): string {
  if (!station.active) return t('station:inactive');
  if (station.practiceUntil !== null) return t('station:practising', { time: time(station.practiceUntil) });
  if (unsentTone(ageOf(station, now), limits) !== 'calm') return t('station:overdue');
  if (station.seenAt === null) return station.isSelf ? t('station:fine') : t('station:unknown');
  if (!station.isSelf && now - Date.parse(station.seenAt) > SILENT_MS) return t('station:silent');
  return t('station:fine');
}

/** How much waits there. */
export function countWords(
  t: Translate,
  number: (value: number) => string,
  { waiting }: StationLine,
): string {
  if (waiting === null) return t('station:unknown');
  return waiting === 0 ? t('station:nothing') : number(waiting);
}

/** How long the oldest of it has waited. */
export function oldestWords(t: Translate, station: StationLine, now: number): string {
  return ageOf(station, now) <= 0 ? '–' : ageWords(t, ageOf(station, now));
}
