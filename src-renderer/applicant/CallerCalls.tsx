import type { CallerCall } from '../../src-shared/applicant/queries.ts';
import { topicName } from '../../src-shared/catalog/topic.ts';
import { useLanguage } from '../settings/useSettings.ts';
import { useFormat } from '../ui/useFormat.ts';
import { useTexts } from '../useTexts.ts';
import './applicant.css';

/** The last calls from a number, with what the caller was told. */
export function CallerCalls({ calls }: { readonly calls: readonly CallerCall[] }) {
  const { t } = useTexts();
  const format = useFormat();
  const language = useLanguage();
  if (calls.length === 0) return null;
  return (
    <section className="callerCalls" aria-label={t('caller:calls')}>
      <h3>{t('caller:calls')}</h3>
      <ul>
        {calls.map(({ id, startedAt, outcome, topic, operatorName, answer }) => (
          <li key={id} className="small">
            <span className="tabular">{format.moment(startedAt, Date.now())}</span>{' '}
            {t(`call:outcome.${outcome}`)}
            {topic !== null && <> · {topicName(topic, language)}</>}
            <span className="soft"> · {operatorName}</span>
            {answer !== '' && <span className="callerAnswer soft">{t('caller:answer', { answer })}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
