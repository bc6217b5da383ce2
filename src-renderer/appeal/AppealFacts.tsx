import type { AppealDetail } from '../../src-shared/appeal/queries.ts';
import type { Address } from '../../src-shared/applicant/model.ts';
import { applicantName } from '../../src-shared/applicant/model.ts';
import { districtName } from '../../src-shared/catalog/district.ts';
import { topicByCode, topicName } from '../../src-shared/catalog/topic.ts';
import type { Language } from '../../src-shared/settings/model.ts';
import { useLanguage } from '../settings/useSettings.ts';
import { Phone } from '../ui/Phone.tsx';
import { useFormat } from '../ui/useFormat.ts';
import { useTexts } from '../useTexts.ts';

/** An address on one line. */
export function addressWords(address: Address, language: Language): string {
  const parts = [address.settlement, address.street, districtName(address.district, language)];
  return parts.filter((part) => part !== '').join(', ');
}

/** Who, what and where of an appeal, and when it began. */
export function AppealFacts({ detail }: { readonly detail: AppealDetail }) {
  const { t } = useTexts();
  const language = useLanguage();
  const format = useFormat();
  const { appeal, applicant, names } = detail;
  const name = applicant ? applicantName(applicant) : '';
  const contact =
    applicant && applicant.type !== 'person'
      ? [applicant.surname, applicant.givenName, applicant.patronymic].filter((part) => part !== '').join(' ')
      : '';
  const home = applicant ? addressWords(applicant.address, language) : '';
  const place = addressWords(appeal.place, language);
  const now = Date.now();
  const topic = topicByCode(appeal.topic);
  return (
    <>
      <section>
        <h3>{t('applicant:title')}</h3>
        <div className="recordName">{name || t('applicant:anonymous')}</div>
        <div className="soft">
          <Phone phone={applicant?.phone ?? null} raw="" />
          {contact && ` · ${contact}`}
        </div>
        {home && <div>{home}</div>}
      </section>
      <section>
        <h3>
          {topic ? `${topic.group[language]} · ` : ''}
          {topicName(appeal.topic, language)}
        </h3>
        <p className="recordText">{appeal.text}</p>
      </section>
      <dl className="recordFacts">
        {place && place !== home && (
          <>
            <dt>{t('appeal:record.place')}</dt>
            <dd>{place}</dd>
          </>
        )}
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
