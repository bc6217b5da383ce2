import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { AppealDetail } from '../../src-shared/appeal/queries.ts';
import { AppealId } from '../../src-shared/brand.ts';
import { authorityName } from '../../src-shared/catalog/authority.ts';
import { AttachmentList } from '../attachment/AttachmentList.tsx';
import { Executions } from '../control/Executions.tsx';
import { Course, LifeActions } from '../control/LifeActions.tsx';
import { DangersTold } from '../danger/DangersTold.tsx';
import { fixedKeys } from '../frame/fixedKeys.ts';
import { useFrame } from '../frame/store.ts';
import { PriorityBadge } from '../priority/PriorityBadge.tsx';
import { AppealProblem } from '../problem/AppealProblem.tsx';
import { PromiseButton } from '../promise/PromiseButton.tsx';
import { mayRun, useSession } from '../session/useSession.ts';
import { useLanguage } from '../settings/useSettings.ts';
import { ChainFacts } from '../sign/ChainFacts.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import { DeliveryMark, StatusWord, UrgentMark } from '../ui/Marks.tsx';
import { NoticeBar } from '../ui/NoticeBar.tsx';
import { refusalText } from '../ui/problemText.ts';
import { EmptyState, FailedState, LoadingState } from '../ui/StateView.tsx';
import { useFormat } from '../ui/useFormat.ts';
import { useQuery } from '../useQuery.ts';
import { useTexts } from '../useTexts.ts';
import { AppealFacts } from './AppealFacts.tsx';
import { AppealPrint } from './AppealPrint.tsx';
import { CentreReceipts } from './CentreReceipts.tsx';
import { HistoryNotes } from './HistoryNotes.tsx';
import { historySentence } from './historySentence.ts';
import { type AppealDialog, useAppeals } from './store.ts';

/** One appeal, whole, beside the list. */
export function AppealRecord({ appeal }: { readonly appeal: string | null }) {
  const { t } = useTexts();
  const { value, problem, reload } = useQuery(
    'appeal.get',
    appeal === null ? null : { appeal: AppealId.parse(appeal) },
    {
      records: ['appeal', 'applicant', 'attention', 'conflict', 'execution', 'history', 'operator'],
      events: ['sync.changed'],
    },
  );
  if (appeal === null) {
    return (
      <EmptyState title={t('appeal:record.choose')}>
        <p>{t('appeal:record.chooseHow')}</p>
      </EmptyState>
    );
  }
  if (problem && !value) return <FailedState problem={problem} onRetry={reload} />;
  if (value === undefined || (value && value.appeal.id !== appeal)) return <LoadingState />;
  if (value === null) return <EmptyState title={t('appeal:record.missing')} />;
  return <Detail key={appeal} detail={value} />;
}

function Detail({ detail }: { readonly detail: AppealDetail }) {
  const { t, i18n } = useTexts();
  const { appeal, names, refusal } = detail;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <article className="record" aria-label={t('appeal:record', { number: appeal.number })}>
      <div>
        <h2 ref={heading} tabIndex={-1} data-pane-focus>
          {appeal.number}
        </h2>
        <div className="recordMarks">
          {detail.dangers.length > 0 && <PriorityBadge level="danger" />}
          {appeal.urgent && <UrgentMark />}
          <span className="small">{t(`appeal:kind.${appeal.kind}`)}</span>
          <StatusWord status={appeal.status} />
          <DeliveryMark state={detail.delivery} />
        </div>
      </div>
      {refusal && (
        <NoticeBar tone="danger" action={<ToAttention />}>
          {t('appeal:record.refused')}: {refusalText(i18n, refusal.code, refusal.data, names)}
        </NoticeBar>
      )}
      <Conflicts detail={detail} />
      {detail.moved && <NoticeBar>{t('appeal:record.moved')}</NoticeBar>}
      {isClockDoubtful(detail) && <NoticeBar tone="warn">{t('appeal:record.clock')}</NoticeBar>}
      <AppealProblem appeal={appeal} />
      <RecordActions detail={detail} />
      <AppealFacts detail={detail} />
      <DangersTold dangers={detail.dangers} />
      <ChainFacts chain={detail.chain} />
      <Course detail={detail} />
      <Executions detail={detail} />
      <Forwardings detail={detail} />
      <AttachmentList appeal={appeal.id} isAccepted={detail.delivery === 'accepted'} />
      <History detail={detail} />
      <CentreReceipts detail={detail} />
    </article>
  );
}

/** Fields with two values. Their authors and leads choose; others are told who does. */
function Conflicts({ detail }: { readonly detail: AppealDetail }) {
  const { t } = useTexts();
  const { operator } = useSession();
  const { conflicts, names } = detail;
  if (conflicts.length === 0) return null;
  const isOurs = operator.role === 'lead' || conflicts.includes(operator.id);
  const authors = [...new Set(conflicts)].map((id) => names[id] ?? '…').join(', ');
  return (
    <NoticeBar tone="warn" action={isOurs && <ToAttention />}>
      {t('appeal:record.conflicts', { count: conflicts.length })}
      {!isOurs && ` ${t('appeal:record.chooses', { name: authors })}`}
    </NoticeBar>
  );
}

function ToAttention() {
  const { t } = useTexts();
  return (
    <Button size="compact-sm" variant="subtle" onClick={() => useFrame.getState().go('attention')}>
      {t('appeal:record.toAttention')}
    </Button>
  );
}

/** Whether the day of registration is to be confirmed by a person. */
function isClockDoubtful({ history }: AppealDetail): boolean {
  return history.some((entry) => entry.kind === 'appeal.register' && entry.marks?.includes('clock_suspect'));
}

/** What the signed-in role may do with the appeal. */
function RecordActions({ detail }: { readonly detail: AppealDetail }) {
  const { t } = useTexts();
  const { operator } = useSession();
  const { appeal } = detail;
  const ask = (kind: AppealDialog['kind']) =>
    useAppeals.getState().ask({
      kind,
      appeal: appeal.id,
      number: appeal.number,
      topic: appeal.topic,
      assignee: appeal.assignee,
    });
  const mayAssign = mayRun(operator.role, 'appeal.assign');
  const mayForward = mayRun(operator.role, 'appeal.forward');
  const mayAmend = mayRun(operator.role, 'appeal.amend');
  return (
    <div className="recordActions">
      {mayForward && (
        <Button
          variant={appeal.urgent && appeal.status === 'registered' ? 'filled' : 'default'}
          onClick={() => ask('forward')}
        >
          {t('appeal:forward')}
        </Button>
      )}
      {mayAssign && (
        <Button variant="default" onClick={() => ask('assign')} rightSection={<Kbd>{fixedKeys.assign}</Kbd>}>
          {t('appeal:assign')}
        </Button>
      )}
      {mayAmend && (
        <Button variant="default" onClick={() => ask('amend')}>
          {t('appeal:amend')}
        </Button>
      )}
      <LifeActions detail={detail} />
      <PromiseButton detail={detail} />
      <AppealPrint detail={detail} />
    </div>
  );
}

function Forwardings({ detail }: { readonly detail: AppealDetail }) {
  const { t } = useTexts();
  const language = useLanguage();
  const format = useFormat();
  // What has a part of its own is shown there.
  const forwardings = detail.appeal.forwardings.filter(({ execution }) => execution === undefined);
  if (forwardings.length === 0) return null;
  const now = Date.now();
  return (
    <section>
      <h3>{t('appeal:record.forwardings')}</h3>
      <ul className="sentences">
        {forwardings.map((done) => (
          <li key={done.authority}>
            <time dateTime={done.at}>{format.moment(done.at, now)}</time>
            <span>
              {authorityName(done.authority, language)}, {t(`appeal:channel.${done.channel}`)}
              {done.note && <span className="soft"> · {done.note}</span>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function History({ detail }: { readonly detail: AppealDetail }) {
  const { t, i18n } = useTexts();
  const format = useFormat();
  const now = Date.now();
  return (
    <section>
      <h3>{t('appeal:record.history')}</h3>
      <ul className="sentences" data-testid="history">
        {detail.history.map((entry) => (
          <li key={entry.id}>
            <time dateTime={entry.at}>{format.moment(entry.at, now)}</time>
            <span>
              {historySentence(i18n, entry, detail.names)}
              <HistoryNotes entry={entry} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
