import { Button } from '@mantine/core';
import { useCallback, useRef } from 'react';
import { type Priority, priorityOf } from '../../src-shared/catalog/classifier.ts';
import { type Day, legalDay } from '../../src-shared/clock.ts';
import { DangerStop } from '../danger/DangerStop.tsx';
import { CommandKey } from '../frame/CommandKey.tsx';
import { useWindowCommand } from '../frame/windowCommands.ts';
import { SignLine } from '../sign/SignLine.tsx';
import { PriorityMark } from '../term/PriorityMark.tsx';
import { TermLine } from '../term/TermLine.tsx';
import { DeliveryMark } from '../ui/Marks.tsx';
import { NoticeBar } from '../ui/NoticeBar.tsx';
import { problemText } from '../ui/problemText.ts';
import { useTexts } from '../useTexts.ts';
import { AppealForm } from './AppealForm.tsx';
import { changeTab, completeCard } from './acts.ts';
import { ConsultationForm } from './ConsultationForm.tsx';
import { EndPanel } from './EndPanel.tsx';
import { nextQuestion } from './nextQuestion.ts';
import type { OpenCall } from './openCall.ts';
import { PaperBack } from './PaperBack.tsx';
import { RegisteredSoFar } from './RegisteredSoFar.tsx';
import { useCalls } from './store.ts';
import { appealErrors } from './submission.ts';

const TABS = ['consultation', 'appeal'] as const;

/** The card beside the pad: a consultation or an appeal, completed by one key. */
export function CardPane({ call, resting }: { readonly call: OpenCall; readonly resting: boolean }) {
  const { t } = useTexts();
  const body = useRef<HTMLDivElement>(null);
  const ending = useCalls((state) => state.ending === call.id);
  const tried = useCalls((state) => state.tried[call.id] ?? false);

  const open = useCallback(
    (tab: OpenCall['tab']) => {
      changeTab(call.id, tab);
      // The fields of the other tab stand only after the next rendering.
      requestAnimationFrame(() => body.current?.querySelector<HTMLElement>('input, textarea')?.focus());
    },
    [call.id],
  );
  const seekAnswer = () => {
    const field = () => body.current?.querySelector<HTMLInputElement>('[data-field="answers"]');
    // What is typed right after the key must not fall into the pad.
    if (field()) return field()?.select();
    changeTab(call.id, 'consultation');
    requestAnimationFrame(() => field()?.select());
  };
  const complete = useCallback(() => {
    const missing = completeCard(call);
    if (missing === null) return;
    requestAnimationFrame(() => {
      const field = body.current?.querySelector<HTMLElement>(`[data-field="${missing}"]`);
      field?.focus();
      field?.scrollIntoView({ block: 'nearest' });
    });
  }, [call]);
  const goOn = useCallback(() => {
    const missing = nextQuestion(call);
    requestAnimationFrame(() => {
      const field = body.current?.querySelector<HTMLElement>(`[data-field="${missing ?? 'kind'}"]`);
      field?.focus();
      field?.scrollIntoView({ block: 'nearest' });
    });
  }, [call]);
  const mayGoOn = !ending && call.tab === 'appeal' && call.paper === null;
  useWindowCommand('nextQuestion', mayGoOn ? goOn : null);
  useWindowCommand('consultation', call.paper === null ? () => open('consultation') : null);
  useWindowCommand('answers', call.paper === null ? seekAnswer : null);
  useWindowCommand('appeal', () => open('appeal'));
  useWindowCommand('complete', ending ? null : complete);

  return (
    <section className="pane cardPane" data-pane aria-label={t('call:card')}>
      <div className="cardTabs" role="tablist" aria-label={t('call:card')}>
        {TABS.filter((tab) => tab === 'appeal' || call.paper === null).map((tab) => (
          <button
            key={tab}
            type="button"
            role="tab"
            id={`tab-${tab}`}
            aria-controls="card-body"
            aria-selected={!ending && call.tab === tab}
            className="cardTab"
            onClick={() => open(tab)}
          >
            {t(`call:tab.${tab}`)} <CommandKey command={tab} />
          </button>
        ))}
      </div>
      {ending ? (
        call.paper ? (
          <PaperBack call={call} paper={call.paper} />
        ) : (
          <EndPanel call={call} resting={resting} />
        )
      ) : (
        <>
          <div
            ref={body}
            className="cardBody"
            id="card-body"
            role="tabpanel"
            aria-labelledby={`tab-${call.tab}`}
          >
            {call.tab === 'consultation' ? (
              <ConsultationForm key={call.id} call={call} tried={tried} resting={resting} />
            ) : (
              <>
                <RegisteredSoFar call={call} resting={resting} />
                <AppealForm key={call.id} call={call} tried={tried} resting={resting} />
              </>
            )}
          </div>
          <CardFoot
            call={call}
            tried={tried}
            resting={resting}
            onComplete={complete}
            onNext={mayGoOn ? goOn : null}
          />
        </>
      )}
    </section>
  );
}

interface CardFootProps {
  readonly call: OpenCall;
  readonly tried: boolean;
  readonly resting: boolean;
  readonly onComplete: () => void;
  /** Registers and goes on with the next question; null where there is none. */
  readonly onNext: (() => void) | null;
}

function CardFoot({ call, tried, resting, onComplete, onNext }: CardFootProps) {
  const { t, i18n } = useTexts();
  const problem = useCalls((state) => state.problems[call.id] ?? null);
  const missing = tried && call.tab === 'appeal' ? appealErrors(call).length : 0;
  const received = legalDay(Date.parse(call.paper?.takenAt ?? call.startedAt));
  const label = call.tab === 'appeal' ? t('appeal:complete') : t('consultation:complete');
  return (
    <div className="cardFoot">
      {problem && <NoticeBar tone="danger">{problemText(i18n, problem)}</NoticeBar>}
      {call.tab === 'appeal' && <SignLine call={call} resting={resting} />}
      {call.tab === 'appeal' && <TermLine of={{ day: received }} />}
      <div className="footMarks">
        <DeliveryMark state="unfinished" />
        {call.tab === 'appeal' && <PriorityMark priority={priorityAt(call, received)} />}
        {onNext && (
          <button type="button" className="nextQuestion" onClick={onNext} aria-disabled={resting}>
            {t('call:nextQuestion')} <CommandKey command="nextQuestion" />
          </button>
        )}
      </div>
      {tried && <DangerStop call={call} />}
      {missing > 0 && (
        <span className="small" style={{ color: 'var(--danger)' }} role="status">
          {t('call:incomplete', { count: missing })}
        </span>
      )}
      <Button
        className="completeAct"
        onClick={onComplete}
        aria-busy={resting}
        aria-disabled={resting}
        rightSection={<CommandKey command="complete" quiet />}
      >
        {resting ? t('call:completing') : label}
      </Button>
    </div>
  );
}

/** Priority by the categories that hold on a day: an expired one no longer raises it. */
function priorityAt({ appeal }: OpenCall, day: Day): Priority {
  if (appeal.type !== 'person') return 0;
  const inForce = appeal.benefits.filter(({ until }) => until === null || until >= day);
  return priorityOf(inForce.map(({ code }) => code));
}
