import { Button } from '@mantine/core';
import { useState } from 'react';
import { type Audience, outward } from '../../src-shared/appeal/outward.ts';
import type { AppealDetail } from '../../src-shared/appeal/queries.ts';
import { applicantName } from '../../src-shared/applicant/model.ts';
import { topicName } from '../../src-shared/catalog/topic.ts';
import { explained } from '../../src-shared/term/appealTerm.ts';
import { useCalendar } from '../calendar/useCalendar.ts';
import { useLanguage } from '../settings/useSettings.ts';
import { appealTermLine } from '../term/termWords.ts';
import { addressWords } from '../ui/addressWords.ts';
import { PrintSheet } from '../ui/PrintSheet.tsx';
import { useFormat } from '../ui/useFormat.ts';
import { useTexts } from '../useTexts.ts';
import { historySentence } from './historySentence.ts';
import { particulars } from './particulars.ts';

/** Prints an appeal with its state on the way to the centre, in the same word as on the screen. */
export function AppealPrint({ detail }: { readonly detail: AppealDetail }) {
  const { t } = useTexts();
  const [printing, setPrinting] = useState<Audience | null>(null);
  const isConfidential = detail.appeal.confidential === true;
  return (
    <>
      <Button variant="default" onClick={() => setPrinting('anybody')}>
        {t(isConfidential ? 'appeal:print.anybody' : 'appeal:print')}
      </Button>
      {isConfidential && (
        <Button variant="subtle" onClick={() => setPrinting('executor')}>
          {t('appeal:print.executor')}
        </Button>
      )}
      {printing && (
        <PrintSheet onDone={() => setPrinting(null)}>
          <Sheet detail={detail} audience={printing} />
        </PrintSheet>
      )}
    </>
  );
}

interface SheetProps {
  readonly detail: AppealDetail;
  readonly audience: Audience;
}

function Sheet({ detail, audience }: SheetProps) {
  const { t, i18n } = useTexts();
  const calendar = useCalendar();
  const format = useFormat();
  const language = useLanguage();
  const { names } = detail;
  const { appeal, applicant, isWithheld } = outward(detail.appeal, detail.applicant, audience);
  // Nothing printed is "today": the year stands beside every day.
  const full = (at: string) => format.moment(at, 0);
  const facts: readonly (readonly [string, string])[] = [
    [t('appeal:print.state'), t(`delivery:${detail.delivery}`)],
    [t('appeal:kind'), t(`appeal:kind.${appeal.kind}`)],
    [t('appeal:topic'), topicName(appeal.topic, language)],
    [
      t('applicant:title'),
      isWithheld
        ? t('appeal:print.withheld')
        : applicant
          ? applicantName(applicant) || t('applicant:anonymous')
          : '–',
    ],
    [t('call:phone'), applicant?.phone ?? '–'],
    ...(applicant === null ? [] : [[t('applicant:address'), addressWords(i18n, applicant.address)] as const]),
    [t('appeal:record.place'), addressWords(i18n, appeal.place)],
    [t('appeal:record.registered'), `${full(appeal.registeredAt)}, ${names[appeal.registeredBy] ?? '…'}`],
    ...(appeal.enteredAt === undefined
      ? []
      : [[t('appeal:record.entered'), full(appeal.enteredAt)] as const]),
    [t('appeal:record.assignee'), (appeal.assignee && names[appeal.assignee]) || t('appeal:nobody')],
    [t('appeal:print.due'), appealTermLine(i18n, explained(appeal, calendar))],
    ...particulars(i18n, { appeal, applicant }),
    [t('appeal:text'), appeal.text],
  ];
  return (
    <>
      <h1>{appeal.number}</h1>
      <dl className="printFacts">
        {facts.map(([label, words]) => (
          <div key={label} style={{ display: 'contents' }}>
            <dt>{label}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      <h1>{t('appeal:record.history')}</h1>
      {detail.history.map((entry) => (
        <div key={entry.id}>
          {full(entry.at)} {historySentence(i18n, entry, names)}
        </div>
      ))}
      <p>{t('appeal:print.at', { time: full(new Date().toISOString()) })}</p>
    </>
  );
}
