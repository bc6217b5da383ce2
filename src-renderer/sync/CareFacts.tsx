import type { SyncStatus } from '../../src-shared/sync/status.ts';
import { NoticeBar } from '../ui/NoticeBar.tsx';
import { problemText } from '../ui/problemText.ts';
import { useFormat } from '../ui/useFormat.ts';
import { useQuery } from '../useQuery.ts';
import { type TextKey, useTexts } from '../useTexts.ts';

/** Why carried work stopped, as far as this build has words for it. */
const STOPS: Readonly<Record<string, TextKey>> = {
  gap: 'carry:stop.gap',
  forked: 'carry:stop.forked',
  unknown: 'carry:stop.unknown',
  oversize: 'carry:stop.oversize',
};

/** What was handed over whole is still told for so many milliseconds: a week. */
const SHOWN_MS = 7 * 24 * 3600_000;

/** Work brought from other workstations, and how the local copies are doing: the rest of the details behind the words. */
export function CareFacts({ status, now }: { readonly status: SyncStatus; readonly now: number }) {
  const { t, i18n } = useTexts();
  const format = useFormat();
  const { value: care } = useQuery('store.care', {}, { events: ['sync.changed'] });
  const { value: carried } = useQuery('carry.list', {}, { events: ['sync.changed'] });
  const works = (carried?.works ?? []).filter(
    ({ waiting, stopped, takenAt }) => waiting + stopped > 0 || now - Date.parse(takenAt) < SHOWN_MS,
  );
  return (
    <>
      {(works.length > 0 || status.parcelWaiting > 0) && (
        <dl className="facts">
          {works.map(({ source, waiting, delivered, stopped }) => (
            <div key={source} className="carriedWork">
              <dt>{t('carry:work', { source })}</dt>
              <dd>
                {[
                  waiting > 0 && t('carry:work.waiting', { count: waiting }),
                  delivered > 0 && t('carry:work.delivered', { count: delivered }),
                  stopped > 0 && t('carry:work.stopped', { count: stopped }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {works
        .filter(({ code }) => code !== null)
        .map(({ source, code }) => (
          <NoticeBar key={source} tone="warn">
            {t('carry:work', { source })}: {t(STOPS[code ?? ''] ?? 'carry:stop.unknown')}
          </NoticeBar>
        ))}
      {care && (
        <dl className="facts">
          <dt>{t('store:lastBackup')}</dt>
          <dd>{care.lastBackupAt ? format.moment(care.lastBackupAt, now) : t('store:noBackup')}</dd>
        </dl>
      )}
      {care?.backupTrouble && (
        <NoticeBar tone="warn">
          {t('store:backupTrouble', { reason: problemText(i18n, { code: care.backupTrouble, data: {} }) })}
        </NoticeBar>
      )}
      {care?.journalTrouble && <NoticeBar tone="warn">{t('store:journalTrouble')}</NoticeBar>}
    </>
  );
}
