import type { AppealStanding } from '../../src-shared/applicant/queries.ts';
import { authorityName } from '../../src-shared/catalog/authority.ts';
import { topicName } from '../../src-shared/catalog/topic.ts';
import { isTermRunning } from '../../src-shared/control/life.ts';
import { useLanguage } from '../settings/useSettings.ts';
import { TermMark } from '../term/TermMark.tsx';
import { StatusWord, UrgentMark } from '../ui/Marks.tsx';
import { useFormat } from '../ui/useFormat.ts';
import { useTexts } from '../useTexts.ts';
import './applicant.css';

/** One appeal as the answer to "where is my appeal?": number, topic, term, who has it. */
export function StandingLine({ standing }: { readonly standing: AppealStanding }) {
  const { t } = useTexts();
  const format = useFormat();
  const language = useLanguage();
  const { number, receipt, topic, urgent, status, authority, forwardedAt, assigneeName } = standing;
  const who =
    authority !== null && forwardedAt !== null
      ? t('caller:sentTo', {
          authority: authorityName(authority, language),
          time: format.moment(forwardedAt, Date.now()),
        })
      : assigneeName;
  return (
    <span className="standing">
      <span className="standingHead">
        <strong className="tabular">{number}</strong>
        <TermMark due={standing.due} status={status} />
        {isTermRunning(status) && (
          <span className="small soft tabular">{t('caller:due', { day: format.day(standing.due) })}</span>
        )}
        {urgent && <UrgentMark />}
      </span>
      <span className="standingTopic">{topicName(topic, language)}</span>
      <span className="small soft">
        <StatusWord status={status} />
        {who !== null && <> · {who}</>}
        {receipt !== null && <> · {t('caller:receipt', { number: receipt })}</>}
      </span>
    </span>
  );
}
