import { Button } from '@mantine/core';
import {
  IconArrowBackUp,
  IconBan,
  IconCheck,
  IconClockHour4,
  IconMailCheck,
  IconMessage2Check,
  IconSend,
} from '@tabler/icons-react';
import type { AppealDetail } from '../../src-shared/appeal/queries.ts';
import { authorityName } from '../../src-shared/catalog/authority.ts';
import { classifierName } from '../../src-shared/catalog/classifier.ts';
import { legalDay } from '../../src-shared/clock.ts';
import type { Execution } from '../../src-shared/control/model.ts';
import { owesAnswer } from '../../src-shared/control/parts.ts';
import { dueState } from '../../src-shared/term/appealTerm.ts';
import { daysLeft } from '../../src-shared/term/term.ts';
import { useSession } from '../session/useSession.ts';
import { useLanguage } from '../settings/useSettings.ts';
import { useFormat } from '../ui/useFormat.ts';
import { useTexts } from '../useTexts.ts';
import { executionActs } from './allowed.ts';
import { useControlAct } from './openAct.ts';
import './control.css';

const STATES = {
  sent: { icon: IconSend, meaning: 'calm' },
  received: { icon: IconMailCheck, meaning: 'calm' },
  answered: { icon: IconMessage2Check, meaning: 'person' },
  rework: { icon: IconArrowBackUp, meaning: 'soon' },
  not_ours: { icon: IconBan, meaning: 'person' },
  accepted: { icon: IconCheck, meaning: 'done' },
  recalled: { icon: IconBan, meaning: 'calm' },
} as const;

/** Bodies that have the appeal: where each stands, until when it has to answer, what was said, and what can be done next. */
export function Executions({ detail }: { readonly detail: AppealDetail }) {
  const { t } = useTexts();
  if (detail.executions.length === 0) return null;
  return (
    <section>
      <h3>{t('control:executions')}</h3>
      <ul className="executions">
        {detail.executions.map((execution) => (
          <Part key={execution.id} detail={detail} execution={execution} />
        ))}
      </ul>
    </section>
  );
}

function Part({ detail, execution }: { readonly detail: AppealDetail; readonly execution: Execution }) {
  const { t } = useTexts();
  const language = useLanguage();
  const { operator } = useSession();
  const name = authorityName(execution.authority, language);
  const { icon: Icon, meaning } = STATES[execution.state];
  const acts = executionActs(operator.role, detail.appeal.status, execution);
  return (
    <li className="execution" aria-label={name}>
      <div className="executionHead">
        <strong>{name}</strong>
        <span className="small soft">{t(`control:role.${execution.role}`)}</span>
      </div>
      <div className="recordMarks">
        <span className="mark small" data-meaning={meaning}>
          <Icon size="1rem" stroke={1.75} aria-hidden />
          {t(`control:state.${execution.state}`)}
        </span>
        <PartTerm execution={execution} />
      </div>
      {execution.notOurs !== undefined && <p className="recordText">{execution.notOurs}</p>}
      {execution.recalled !== undefined && <p className="recordText">{execution.recalled}</p>}
      <Contacts execution={execution} />
      <Responses execution={execution} />
      {acts.length > 0 && (
        <div className="recordActions">
          {acts.map((act) => (
            <Button
              key={act}
              size="compact-md"
              variant={act === 'response' ? 'light' : 'default'}
              onClick={() => useControlAct.getState().ask({ act, detail, execution })}
            >
              {t(`control:act.${act}`)}
            </Button>
          ))}
        </div>
      )}
    </li>
  );
}

/** Until when the body has to answer. The first term stays in sight after a return. */
function PartTerm({ execution }: { readonly execution: Execution }) {
  const { t } = useTexts();
  const format = useFormat();
  const { due, reworks } = execution;
  const rework = reworks.at(-1);
  const left = daysLeft({ due }, legalDay(Date.now()));
  const state = dueState(left);
  const isRunning = owesAnswer(execution);
  const meaning = !isRunning ? 'calm' : state === 'overdue' ? 'overdue' : state === 'later' ? 'calm' : 'soon';
  return (
    <>
      <span className="mark small" data-meaning={meaning}>
        <IconClockHour4 size="1rem" stroke={1.75} aria-hidden />
        {t(isRunning && left < 0 ? 'control:part.overdue' : 'control:part.due', {
          day: format.day(due),
          count: Math.abs(left),
        })}
      </span>
      {rework && (
        <span className="small soft">
          {t('control:part.rework', { count: reworks.length, day: format.day(rework.due) })}
        </span>
      )}
    </>
  );
}

function Contacts({ execution }: { readonly execution: Execution }) {
  const { t } = useTexts();
  const language = useLanguage();
  const format = useFormat();
  const now = Date.now();
  return (
    <ul className="sentences">
      {execution.contacts.map((contact) => (
        <li key={`${contact.at} ${contact.kind}`}>
          <time dateTime={contact.at}>{format.moment(contact.at, now)}</time>
          <span>
            {t('control:contact.line', {
              what: t(`control:contact.${contact.kind}`),
              channel: t(`appeal:channel.${contact.channel}`),
            })}
            {contact.to !== null && ` · ${authorityName(contact.to, language)}`}
            {contact.note !== '' && <span className="soft"> · {contact.note}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Responses({ execution }: { readonly execution: Execution }) {
  const { t } = useTexts();
  const language = useLanguage();
  const format = useFormat();
  return (
    <>
      {execution.responses.map((response) => (
        <div key={response.id} className="response">
          <div className="small soft">
            {[
              response.isInterim ? t('control:interim') : t('control:answer'),
              format.day(response.receivedOn),
              response.number,
              response.result === null ? '' : classifierName(response.result, language),
            ]
              .filter((part) => part !== '')
              .join(' · ')}
          </div>
          <p className="recordText">{response.text}</p>
          {response.signs.length > 0 && (
            <div className="small">{response.signs.map((sign) => t(`control:sign.${sign}`)).join(' · ')}</div>
          )}
        </div>
      ))}
    </>
  );
}
