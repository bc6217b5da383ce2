import { IconClock, IconClockFilled } from '@tabler/icons-react';
import type { AppealStanding } from '../../src-shared/applicant/queries.ts';
import { authorityName } from '../../src-shared/catalog/authority.ts';
import { topicName } from '../../src-shared/catalog/topic.ts';
import { useLanguage } from '../settings/useSettings.ts';
import { StatusWord, UrgentMark } from '../ui/Marks.tsx';
import { useFormat } from '../ui/useFormat.ts';
import { useTexts } from '../useTexts.ts';
import './applicant.css';

/** Days before its end from which a term is soon over. */
const SOON = 3;

/** How much of a term is left: a shape and words, never colour alone. */
export function DueMark({ due, daysLeft }: Pick<AppealStanding, 'due' | 'daysLeft'>) {
  const { t } = useTexts();
  const format = useFormat();
  const isOver = daysLeft < 0;
  const Icon = isOver ? IconClockFilled : IconClock;
  const words = isOver
    ? t('caller:due.overdue', { count: -daysLeft })
    : daysLeft === 0
      ? t('caller:due.today')
      : t('caller:due.left', { count: daysLeft, day: format.day(due) });
  return (
    <span
      className="mark small dueMark"
      data-meaning={isOver ? 'danger' : daysLeft <= SOON ? 'soon' : 'calm'}
    >
      <Icon size="1rem" stroke={1.75} aria-hidden />
      {words}
    </span>
  );
}

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
        <DueMark due={standing.due} daysLeft={standing.daysLeft} />
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
