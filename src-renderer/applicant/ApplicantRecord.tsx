import { Button } from '@mantine/core';
import { IconShieldLock } from '@tabler/icons-react';
import { useState } from 'react';
import { applicantName } from '../../src-shared/applicant/model.ts';
import type { ApplicantDetail } from '../../src-shared/applicant/queries.ts';
import { ApplicantId } from '../../src-shared/brand.ts';
import { useAct } from '../appeal/useAct.ts';
import { mayRun, useSession } from '../session/useSession.ts';
import { DeliveryMark } from '../ui/Marks.tsx';
import { NoticeBar } from '../ui/NoticeBar.tsx';
import { problemText } from '../ui/problemText.ts';
import { EmptyState, FailedState, LoadingState } from '../ui/StateView.tsx';
import { useQuery } from '../useQuery.ts';
import { useTexts } from '../useTexts.ts';
import { ApplicantEdit } from './ApplicantEdit.tsx';
import { ApplicantFacts } from './ApplicantFacts.tsx';
import { ApplicantPast } from './ApplicantPast.tsx';
import { MergeDialog } from './MergeDialog.tsx';
import { OpenProtected } from './OpenProtected.tsx';
import { sameWords } from './sameWords.ts';
import { useApplicants } from './store.ts';
import './applicant.css';

/** One applicant's card with everything that is known, and what can be done with it. */
export function ApplicantRecord({ applicant }: { readonly applicant: string }) {
  const { t } = useTexts();
  const { value, problem, reload } = useQuery(
    'applicant.get',
    { applicant: ApplicantId.parse(applicant) },
    { records: ['applicant', 'appeal', 'call', 'history', 'phoneMark'], events: ['sync.changed'] },
  );
  if (value === undefined)
    return problem ? <FailedState problem={problem} onRetry={reload} /> : <LoadingState rows={6} />;
  if (value === null) return <EmptyState title={t('applicant:list.none')} />;
  return <Record detail={value} />;
}

function Record({ detail }: { readonly detail: ApplicantDetail }) {
  const { t } = useTexts();
  const { operator } = useSession();
  const [isEditing, setEditing] = useState(false);
  const { shown, own, isHidden } = detail;
  const name = applicantName(shown);
  const mayEdit = !isHidden && mayRun(operator.role, 'applicant.amend');
  return (
    <article className="record">
      <div>
        <h2>{name === '' ? t('caller:noName') : name}</h2>
        <div className="recordMarks small soft">
          <span>{t(`applicant:type.${shown.type}`)}</span>
          <DeliveryMark state={detail.delivery} />
          {shown.isProtected === true && (
            <span className="mark">
              <IconShieldLock size="1rem" stroke={1.75} aria-hidden />
              {t('applicant:protected')}
            </span>
          )}
        </div>
      </div>
      {isHidden ? (
        <OpenProtected applicant={own.id} mayOpen={detail.mayOpen} />
      ) : isEditing ? (
        <ApplicantEdit card={own} onDone={() => setEditing(false)} />
      ) : (
        <>
          <div className="recordActions">
            {mayEdit && (
              <Button variant="default" onClick={() => setEditing(true)}>
                {t('applicant:edit')}
              </Button>
            )}
            {mayRun(operator.role, 'applicant.protect') && (
              <Protect applicant={own.id} isOn={shown.isProtected === true} />
            )}
          </div>
          {shown.isProtected === true && <NoticeBar>{t('applicant:open.until')}</NoticeBar>}
          <Same detail={detail} mayMerge={mayRun(operator.role, 'applicant.merge')} />
          <ApplicantFacts detail={detail} mayMerge={mayRun(operator.role, 'applicant.merge')} />
          <ApplicantPast detail={detail} />
        </>
      )}
    </article>
  );
}

function Protect({ applicant, isOn }: { readonly applicant: string; readonly isOn: boolean }) {
  const { t, i18n } = useTexts();
  const { busy, problem, run } = useAct(() => undefined);
  return (
    <>
      <Button
        key={String(isOn)}
        variant="subtle"
        loading={busy}
        onClick={() => void run([{ kind: 'applicant.protect', payload: { applicant, isProtected: !isOn } }])}
      >
        {t(isOn ? 'applicant:protect.off' : 'applicant:protect')}
      </Button>
      {problem && <NoticeBar tone="danger">{problemText(i18n, problem)}</NoticeBar>}
    </>
  );
}

/** Other cards that may be of the same person, with why. */
function Same({ detail, mayMerge }: { readonly detail: ApplicantDetail; readonly mayMerge: boolean }) {
  const { t, i18n } = useTexts();
  const [other, setOther] = useState<string | null>(null);
  const { own, same } = detail;
  if (same.length === 0) return null;
  return (
    <section aria-label={t('applicant:same.title')}>
      <h3>{t('applicant:same.title')}</h3>
      <ul className="sameList">
        {same.map(({ line, same: why }) => (
          <li key={line.id} className="sameLine">
            <button
              type="button"
              className="callerAct"
              onClick={() => useApplicants.setState({ opened: line.id })}
            >
              {line.name === '' ? t('caller:noName') : line.name}
            </button>
            <span className="small soft">{sameWords(i18n, why)}</span>
            {mayMerge && (
              <Button size="xs" variant="default" onClick={() => setOther(line.id)}>
                {t('applicant:merge')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {other && (
        <MergeDialog
          into={own.id}
          from={other}
          onDone={(kept) => {
            setOther(null);
            useApplicants.setState({ opened: kept });
          }}
          onClose={() => setOther(null)}
        />
      )}
    </section>
  );
}
