import { Button } from '@mantine/core';
import type { AppealDetail } from '../../src-shared/appeal/queries.ts';
import { classifierName } from '../../src-shared/catalog/classifier.ts';
import { useSession } from '../session/useSession.ts';
import { useLanguage } from '../settings/useSettings.ts';
import { useFormat } from '../ui/useFormat.ts';
import { useTexts } from '../useTexts.ts';
import { appealActs } from './allowed.ts';
import { type AppealAct, useControlAct } from './openAct.ts';
import './control.css';

/** The act that leads an appeal on from where it stands. */
const NEXT: Partial<Record<AppealDetail['appeal']['status'], AppealAct>> = {
  answered: 'close',
  closed: 'remove',
};

/** What can be done next with the whole appeal: only what its status and the role allow. */
export function LifeActions({ detail }: { readonly detail: AppealDetail }) {
  const { t } = useTexts();
  const { operator } = useSession();
  const { status } = detail.appeal;
  const acts = appealActs(operator.role, status);
  return acts.map((act) => (
    <Button
      key={act}
      variant={NEXT[status] === act ? 'filled' : 'default'}
      onClick={() => useControlAct.getState().ask({ act, detail })}
    >
      {t(`control:act.${act}`)}
    </Button>
  ));
}

/** How it ended, what the applicant says of it, and how often it came back. */
export function Course({ detail }: { readonly detail: AppealDetail }) {
  const { t } = useTexts();
  const language = useLanguage();
  const format = useFormat();
  const { closing, verdicts, removal, reopenings } = detail.appeal;
  if (closing === undefined && verdicts === undefined) return null;
  const now = Date.now();
  return (
    <section>
      <h3>{t('control:course')}</h3>
      {closing && (
        <>
          <div className="recordMarks">
            <strong>{t(`control:ending.${closing.ending}`)}</strong>
            <span className="small soft">
              {t('control:course.result', { result: classifierName(closing.result, language) })}
            </span>
            {closing.promisedFor && (
              <span className="small">
                {t('control:course.promised', { day: format.day(closing.promisedFor) })}
              </span>
            )}
          </div>
          <p className="recordText">{closing.answer}</p>
        </>
      )}
      <ul className="sentences">
        {verdicts?.map((said) => (
          <li key={said.at}>
            <time dateTime={said.at}>{format.moment(said.at, now)}</time>
            <span>
              {t('control:course.said', { verdict: t(`control:verdict.${said.verdict}`) })}
              {said.note !== '' && <span className="soft"> · {said.note}</span>}
            </span>
          </li>
        ))}
        {removal && (
          <li>
            <time dateTime={removal.at}>{format.moment(removal.at, now)}</time>
            <span>{t('appeal:status.removed')}</span>
          </li>
        )}
      </ul>
      {reopenings && <p className="small soft">{t('control:course.back', { count: reopenings.length })}</p>}
    </section>
  );
}
