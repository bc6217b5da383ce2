import type { SyncStatus } from '../../src-shared/sync/status.ts';
import type { Format } from '../ui/format.ts';
import type { Translate } from '../useTexts.ts';
import { unsentAge } from './unsentAge.ts';

/**
 * How the sentence is shown: offline is a normal day and stays calm. `warn` and `alarm` come by the centre's own limits of unsent
 * work, and say so in words too; `person`: somebody has to do something here.
 */
export type SyncTone = 'good' | 'calm' | 'warn' | 'alarm' | 'person';

/** The status bar in words: whether there is a connection, how much waits and, beyond a minute, for how long. */
export function syncSentence(
  t: Translate,
  format: Format,
  status: SyncStatus,
  nowMs: number,
): { text: string; tone: SyncTone } {
  const plain = plainSentence(t, format, status, nowMs);
  const age = unsentAge(t, status, nowMs);
  if (age === null || plain.tone === 'person') return plain;
  const key = age.tone === 'alarm' ? 'sync:withAlarm' : 'sync:withAge';
  return { text: t(key, { text: plain.text, age: age.words }), tone: age.tone };
}

function plainSentence(
  t: Translate,
  format: Format,
  status: SyncStatus,
  nowMs: number,
): { text: string; tone: SyncTone } {
  const { waiting: count } = status;
  switch (status.state) {
    case 'notEnrolled':
      return { text: t('sync:notEnrolled'), tone: 'calm' };
    case 'connecting':
      return { text: downloadText(t, status) ?? t('sync:connecting'), tone: 'calm' };
    case 'signIn':
      return { text: t('sync:signIn'), tone: 'person' };
    case 'updateNeeded':
      return { text: t('sync:updateNeeded'), tone: 'person' };
    case 'practice': {
      const time = format.time(status.practiceUntil ?? nowMs);
      const text = count === 0 ? t('sync:practice', { time }) : t('sync:practiceWaiting', { time, count });
      return { text, tone: 'calm' };
    }
    case 'forked':
      return { text: t('sync:forked'), tone: 'person' };
    case 'offline': {
      // Since when the centre has not been heard from, also over a restart in between.
      const time = format.moment(status.lastSuccessAt ?? status.since, nowMs);
      if (count === 0) return { text: t('sync:offline', { time }), tone: 'calm' };
      return { text: t('sync:offlineWaiting', { time, count }), tone: 'calm' };
    }
    case 'connected':
      if (status.download) return { text: downloadText(t, status) ?? t('sync:connecting'), tone: 'calm' };
      if (count === 0) return { text: t('sync:allSent'), tone: 'good' };
      return { text: t('sync:connectedWaiting', { count }), tone: 'calm' };
  }
}

/** Which part of the records is here, in steps of ten, so that a screen reader is not told of every piece; null before the first. */
function downloadText(t: Translate, { download }: SyncStatus): string | null {
  if (download === null || download.rows === 0) return null;
  const { rows, total } = download;
  if (total === null || total === 0) return t('sync:download', { count: rows });
  return t('sync:downloadOf', { percent: Math.floor((rows / total) * 10) * 10 });
}
