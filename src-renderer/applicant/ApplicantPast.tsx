import type { ApplicantDetail } from '../../src-shared/applicant/queries.ts';
import { HistoryNotes } from '../appeal/HistoryNotes.tsx';
import { historySentence } from '../appeal/historySentence.ts';
import { openAppeal } from '../frame/openAppeal.ts';
import { useFormat } from '../ui/useFormat.ts';
import { useTexts } from '../useTexts.ts';
import { CallerCalls } from './CallerCalls.tsx';
import { StandingLine } from './StandingLine.tsx';

/** What has been of somebody: appeals with their terms, calls with what was told, changes of the card. */
export function ApplicantPast({ detail }: { readonly detail: ApplicantDetail }) {
  const { t, i18n } = useTexts();
  const format = useFormat();
  const { appeals, calls, history, names } = detail;
  return (
    <>
      <section aria-label={t('applicant:appeals')}>
        <h3>{t('applicant:appeals')}</h3>
        {appeals.length === 0 && <span className="soft">{t('applicant:appeals.none')}</span>}
        <ul className="sameList">
          {appeals.map((standing) => (
            <li key={standing.id}>
              <button type="button" className="standingButton" onClick={() => openAppeal('all', standing.id)}>
                <StandingLine standing={standing} />
              </button>
            </li>
          ))}
        </ul>
      </section>
      <CallerCalls calls={calls} />
      {history.length > 0 && (
        <section>
          <h3>{t('applicant:history')}</h3>
          <ul className="sentences">
            {history.map((entry) => (
              <li key={entry.id}>
                <time>{format.moment(entry.at, Date.now())}</time>
                <span>
                  {historySentence(i18n, entry, names)}
                  <HistoryNotes entry={entry} />
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
