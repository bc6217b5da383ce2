import { Button } from '@mantine/core';
import { useState } from 'react';
import type { AppealDetail } from '../../src-shared/appeal/queries.ts';
import { applicantName } from '../../src-shared/applicant/model.ts';
import { topicName } from '../../src-shared/catalog/topic.ts';
import { termOf } from '../../src-shared/term/term.ts';
import { useLanguage } from '../settings/useSettings.ts';
import { termLine } from '../term/termWords.ts';
import { addressWords } from '../ui/addressWords.ts';
import { PrintSheet } from '../ui/PrintSheet.tsx';
import { useFormat } from '../ui/useFormat.ts';
import { useTexts } from '../useTexts.ts';
import { historySentence } from './historySentence.ts';
import { particulars } from './particulars.ts';

/** Prints an appeal with its state on the way to the centre, in the same word as on the screen. */
export function AppealPrint({ detail }: { readonly detail: AppealDetail }) {
  const { t } = useTexts();
  const [printing, setPrinting] = useState(false);
  return (
    <>
      <Button variant="default" onClick={() => setPrinting(true)}>
        {t('appeal:print')}
      </Button>
      {printing && (
        <PrintSheet onDone={() => setPrinting(false)}>
          <Sheet detail={detail} />
        </PrintSheet>
      )}
    </>
  );
}

function Sheet({ detail }: { readonly detail: AppealDetail }) {
  const { t, i18n } = useTexts();
  const format = useFormat();
  const language = useLanguage();
  const { appeal, applicant, names } = detail;
  // Nothing printed is "today": the year stands beside every day.
  const full = (at: string) => format.moment(at, 0);
  const facts: readonly (readonly [string, string])[] = [
    [t('appeal:print.state'), t(`delivery:${detail.delivery}`)],
    [t('appeal:kind'), t(`appeal:kind.${appeal.kind}`)],
    [t('appeal:topic'), topicName(appeal.topic, language)],
    [t('applicant:title'), applicant ? applicantName(applicant) || t('applicant:anonymous') : '–'],
    [t('call:phone'), applicant?.phone ?? '–'],
    ...(applicant === null ? [] : [[t('applicant:address'), addressWords(i18n, applicant.address)] as const]),
    [t('appeal:record.place'), addressWords(i18n, appeal.place)],
    [t('appeal:record.registered'), `${full(appeal.registeredAt)}, ${names[appeal.registeredBy] ?? '…'}`],
    ...(appeal.enteredAt === undefined
      ? []
      : [[t('appeal:record.entered'), full(appeal.enteredAt)] as const]),
    [t('appeal:record.assignee'), (appeal.assignee && names[appeal.assignee]) || t('appeal:nobody')],
    [t('appeal:print.due'), termLine(i18n, termOf('appeal_general', appeal.day))],
    ...particulars(i18n, detail),
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
