import { Fragment } from 'react';
import type { AppealDetail } from '../../src-shared/appeal/queries.ts';
import { applicantName } from '../../src-shared/applicant/model.ts';
import { priorityOf } from '../../src-shared/catalog/classifier.ts';
import { topicByCode, topicName } from '../../src-shared/catalog/topic.ts';
import { openApplicant } from '../frame/openApplicant.ts';
import { useLanguage } from '../settings/useSettings.ts';
import { PriorityMark } from '../term/PriorityMark.tsx';
import { TermLine } from '../term/TermLine.tsx';
import { addressWords } from '../ui/addressWords.ts';
import { PhoneLink } from '../ui/PhoneLink.tsx';
import { useFormat } from '../ui/useFormat.ts';
import { useTexts } from '../useTexts.ts';
import { particulars } from './particulars.ts';

/** Who, what and where of an appeal, and when it began. */
export function AppealFacts({ detail }: { readonly detail: AppealDetail }) {
  const { t, i18n } = useTexts();
  const language = useLanguage();
  const format = useFormat();
  const { appeal, applicant, names } = detail;
  const name = applicant ? applicantName(applicant) : '';
  const contact =
    applicant && applicant.type !== 'person'
      ? [applicant.surname, applicant.givenName, applicant.patronymic].filter((part) => part !== '').join(' ')
      : '';
  const home = applicant ? addressWords(i18n, applicant.address) : '';
  const place = addressWords(i18n, appeal.place);
  const now = Date.now();
  const topic = topicByCode(appeal.topic);
  return (
    <>
      <section>
        <h3>{t('applicant:title')}</h3>
        <div className="recordName">{name || t('applicant:anonymous')}</div>
        <div className="soft">
          <PhoneLink phone={applicant?.phone ?? null} raw="" />
          {contact && ` · ${contact}`}
        </div>
        {home && <div>{home}</div>}
        {applicant && (
          <button type="button" className="callerAct" onClick={() => openApplicant(applicant.id)}>
            {t('caller:openCard')}
          </button>
        )}
      </section>
      <section>
        <h3>
          {topic ? `${topic.group[language]} · ` : ''}
          {topicName(appeal.topic, language)}
        </h3>
        <p className="recordText">{appeal.text}</p>
      </section>
      <div>
        <TermLine of={appeal} />
        <PriorityMark priority={priorityOf(detail.categories)} />
      </div>
      {appeal.remark && (
        <section>
          <h3>{t('appeal:remark')}</h3>
          <p className="recordText recordRemark">{appeal.remark}</p>
        </section>
      )}
      <dl className="recordFacts">
        {place && place !== home && (
          <>
            <dt>{t('appeal:record.place')}</dt>
            <dd>{place}</dd>
          </>
        )}
        {particulars(i18n, detail).map(([label, words]) => (
          <Fragment key={label}>
            <dt>{label}</dt>
            <dd>{words}</dd>
          </Fragment>
        ))}
        <dt>{t('appeal:record.assignee')}</dt>
        <dd>{appeal.assignee === null ? t('appeal:nobody') : (names[appeal.assignee] ?? '…')}</dd>
        <dt>{t('appeal:record.registered')}</dt>
        <dd>
          {format.moment(appeal.registeredAt, now)}
          {`, ${names[appeal.registeredBy] ?? '…'}`}
        </dd>
        {appeal.enteredAt && (
          <>
            <dt>{t('appeal:record.entered')}</dt>
            <dd>{format.moment(appeal.enteredAt, now)}</dd>
          </>
        )}
        {detail.callStartedAt && (
          <>
            <dt>{t('appeal:record.call')}</dt>
            <dd>{format.moment(detail.callStartedAt, now)}</dd>
          </>
        )}
      </dl>
    </>
  );
}
