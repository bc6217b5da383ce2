import type { SyncStatus } from '../../src-shared/sync/status.ts';
import type { Format } from '../ui/format.ts';
import type { Translate } from '../useTexts.ts';

/** How the sentence is shown: offline is a normal day and stays calm; a person is needed only for the last kind. */
export type SyncTone = 'good' | 'calm' | 'person';

/** The status bar in words: whether there is a connection and how much waits. */
export function syncSentence(
  t: Translate,
  format: Format,
  status: SyncStatus,
): { text: string; tone: SyncTone } {
  switch (status.state) {
    case 'notEnrolled':
      return { text: t('sync:notEnrolled'), tone: 'calm' };
    case 'connecting':
      return { text: t('sync:connecting'), tone: 'calm' };
    case 'signIn':
      return { text: t('sync:signIn'), tone: 'person' };
    case 'updateNeeded':
      return { text: t('sync:updateNeeded'), tone: 'person' };
    case 'practice':
      return { text: t('sync:practice'), tone: 'calm' };
    case 'forked':
      return { text: t('sync:forked'), tone: 'person' };
    case 'offline': {
      const time = format.time(status.since);
      if (status.waiting === 0) return { text: t('sync:offline', { time }), tone: 'calm' };
      return { text: t('sync:offlineWaiting', { time, count: status.waiting }), tone: 'calm' };
    }
    case 'connected':
      if (status.download) return { text: t('sync:download', { count: status.download.rows }), tone: 'calm' };
      if (status.waiting === 0) return { text: t('sync:allSent'), tone: 'good' };
      return { text: t('sync:connectedWaiting', { count: status.waiting }), tone: 'calm' };
  }
}
