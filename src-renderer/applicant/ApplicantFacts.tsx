import { Fragment, type ReactNode } from 'react';
import { benefitsInForce } from '../../src-shared/applicant/group.ts';
import type { ApplicantDetail } from '../../src-shared/applicant/queries.ts';
import { priorityOf } from '../../src-shared/catalog/classifier.ts';
import { legalDay } from '../../src-shared/clock.ts';
import { useAct } from '../appeal/useAct.ts';
import { PriorityMark } from '../term/PriorityMark.tsx';
import { addressWords } from '../ui/addressWords.ts';
import { NoticeBar } from '../ui/NoticeBar.tsx';
import { PhoneLink } from '../ui/PhoneLink.tsx';
import { problemText } from '../ui/problemText.ts';
import { useFormat } from '../ui/useFormat.ts';
import { useTexts } from '../useTexts.ts';
import { benefitWords, partWords, phoneWords } from './partWords.ts';

interface ApplicantFactsProps {
  readonly detail: ApplicantDetail;
  readonly mayMerge: boolean;
}

/** What the card says: only what is known. */
export function ApplicantFacts({ detail, mayMerge }: ApplicantFactsProps) {
  const { t, i18n } = useTexts();
  const { shown, doubles } = detail;
  const today = legalDay(Date.now());
  const inForce = benefitsInForce(shown, today);
  const contact = [shown.surname, shown.givenName, shown.patronymic].filter((part) => part !== '').join(' ');
  const facts: [string, ReactNode][] = [];
  if (shown.needs) facts.push([t('applicant:needs'), <strong key="needs">{shown.needs}</strong>]);
  if (shown.type !== 'person' && contact !== '') facts.push([t('applicant:contact'), contact]);
  if (shown.phone !== null)
    facts.push([t('applicant:phone'), <PhoneLink key="phone" phone={shown.phone} raw="" />]);
  const further = (shown.phones ?? []).map((one) => phoneWords(i18n, one));
  if (further.length > 0) facts.push([t('applicant:phones'), <Lines key="phones" lines={further} />]);
  const home = addressWords(i18n, shown.address);
  if (home !== '') facts.push([t('applicant:address'), home]);
  const places = (shown.addresses ?? []).map(({ address, note }) =>
    [addressWords(i18n, address), note].filter((part) => part !== '').join(': '),
  );
  if (places.length > 0) facts.push([t('applicant:addresses'), <Lines key="addresses" lines={places} />]);
  if (shown.email) facts.push([t('applicant:email'), shown.email]);
  if (shown.sex) facts.push([t('applicant:sex'), partWords(i18n, 'sex', shown.sex)]);
  if (shown.socialStatus)
    facts.push([t('applicant:socialStatus'), partWords(i18n, 'socialStatus', shown.socialStatus)]);
  const benefits = (shown.benefits ?? []).map((one) =>
    inForce.includes(one)
      ? benefitWords(i18n, one)
      : `${benefitWords(i18n, one)} · ${t('applicant:category.expired')}`,
  );
  if (benefits.length > 0) facts.push([t('applicant:category'), <Lines key="benefits" lines={benefits} />]);
  return (
    <>
      <PriorityMark priority={priorityOf(inForce.map(({ code }) => code))} />
      <dl className="recordFacts">
        {facts.map(([label, words]) => (
          <Fragment key={label}>
            <dt>{label}</dt>
            <dd>{words}</dd>
          </Fragment>
        ))}
      </dl>
      {doubles.length > 0 && (
        <section>
          <h3>{t('applicant:merged.list')}</h3>
          <ul className="sameList">
            {doubles.map((double) => (
              <Double key={double.id} double={double} mayMerge={mayMerge} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Lines({ lines }: { readonly lines: readonly string[] }) {
  return lines.map((line) => <div key={line}>{line}</div>);
}

interface DoubleProps {
  readonly double: ApplicantDetail['doubles'][number];
  readonly mayMerge: boolean;
}

function Double({ double, mayMerge }: DoubleProps) {
  const { t, i18n } = useTexts();
  const format = useFormat();
  const { busy, problem, run } = useAct(() => undefined);
  const { id, name, mergedAt, mayUnmerge } = double;
  return (
    <li className="sameLine">
      <span>{name === '' ? t('caller:noName') : name}</span>
      {mergedAt !== null && (
        <span className="small soft">
          {t('applicant:merged.at', { time: format.moment(mergedAt, Date.now()) })}
        </span>
      )}
      {mayMerge && mayUnmerge && (
        <button
          type="button"
          className="callerAct"
          disabled={busy}
          onClick={() => void run([{ kind: 'applicant.unmerge', payload: { applicant: id } }])}
        >
          {t('applicant:unmerge')}
        </button>
      )}
      {problem && <NoticeBar tone="danger">{problemText(i18n, problem)}</NoticeBar>}
    </li>
  );
}
