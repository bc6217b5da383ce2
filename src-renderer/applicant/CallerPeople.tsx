import { Button } from '@mantine/core';
import { IconShieldLock, IconUser } from '@tabler/icons-react';
import { useState } from 'react';
import type { AppealStanding, CallerPerson } from '../../src-shared/applicant/queries.ts';
import { priorityOf } from '../../src-shared/catalog/classifier.ts';
import { topicName } from '../../src-shared/catalog/topic.ts';
import { fixedKeys } from '../frame/fixedKeys.ts';
import { openAppeal } from '../frame/openAppeal.ts';
import { openApplicant } from '../frame/openApplicant.ts';
import { useLanguage } from '../settings/useSettings.ts';
import { PriorityMark } from '../term/PriorityMark.tsx';
import { addressWords } from '../ui/addressWords.ts';
import { Kbd } from '../ui/Kbd.tsx';
import { useTexts } from '../useTexts.ts';
import { StandingLine } from './StandingLine.tsx';
import './applicant.css';

/** Appeals shown of one person before the rest is asked for. */
const SHOWN = 3;

interface CallerPeopleProps {
  readonly people: readonly CallerPerson[];
  /** Id of the person who was chosen; null while nobody was. */
  readonly chosen: string | null;
  readonly resting: boolean;
  /** Recording a question does not end the call: its card holds words of its own. */
  readonly staysOpen: boolean;
  readonly onChoose: (person: CallerPerson) => void;
  readonly onUndo: () => void;
  /** Null where no call is heard, as when a paper blank is entered. */
  readonly onInquire: ((appeal: AppealStanding) => void) | null;
}

/** Everybody who may be calling, one key each; of the only one or the chosen one the appeals on control, too. */
export function CallerPeople({
  people,
  chosen,
  resting,
  staysOpen,
  onChoose,
  onUndo,
  onInquire,
}: CallerPeopleProps) {
  const { t } = useTexts();
  const shown = people.find(({ id }) => id === chosen) ?? (people.length === 1 ? people[0] : undefined);
  const isChosen = shown !== undefined && shown.id === chosen;
  const listed = isChosen ? [shown] : people;
  return (
    <>
      <ol className="callerPeople">
        {listed.map((person, index) => (
          <li key={person.id}>
            <Person
              person={person}
              digit={isChosen ? null : index + 1}
              resting={resting}
              onChoose={() => onChoose(person)}
              onUndo={onUndo}
            />
            {shown === undefined && person.appeals.length > 0 && (
              <div className="callerFirst">
                {person.appeals.slice(0, 1).map((one) => (
                  <StandingLine key={one.id} standing={one} />
                ))}
              </div>
            )}
          </li>
        ))}
      </ol>
      {shown && (
        <button type="button" className="callerAct" onClick={() => openApplicant(shown.id)}>
          {t('caller:openCard')}
        </button>
      )}
      {shown && (
        <Appeals
          key={shown.id}
          person={shown}
          resting={resting}
          staysOpen={staysOpen}
          onInquire={onInquire}
        />
      )}
    </>
  );
}

interface PersonProps {
  readonly person: CallerPerson;
  /** Key that chooses the person; null for the chosen one. */
  readonly digit: number | null;
  readonly resting: boolean;
  /** Why this may be the one, where the number does not say so. */
  readonly why?: string;
  readonly onChoose: () => void;
  readonly onUndo: () => void;
}

/** One person: a key while somebody has to be chosen, a line with the way back when chosen. */
export function Person({ person, digit, resting, why, onChoose, onUndo }: PersonProps) {
  const { t, i18n } = useTexts();
  const language = useLanguage();
  const name = person.name === '' ? t('caller:noName') : person.name;
  const facts = [
    why ?? '',
    person.answeredBy === '' ? '' : t('caller:answers', { who: person.answeredBy }),
    person.address === null ? '' : addressWords(i18n, person.address),
    person.lastTopic === null || person.appeals.length > 0
      ? ''
      : t('caller:lastTopic', { topic: topicName(person.lastTopic, language) }),
  ].filter((fact) => fact !== '');
  const words = (
    <span className="callerWords">
      <strong className="callerName">{name}</strong>
      <PriorityMark priority={priorityOf(person.benefits)} />
      {facts.length > 0 && <span className="small soft">{facts.join(' · ')}</span>}
      {person.isProtected && (
        <span className="mark small">
          <IconShieldLock size="1rem" stroke={1.75} aria-hidden />
          {t('caller:protected')}
        </span>
      )}
      {person.needs !== '' && (
        <span className="callerNeeds small">{t('caller:needs', { needs: person.needs })}</span>
      )}
    </span>
  );
  if (digit === null) {
    return (
      <div className="callerPerson" data-chosen>
        <IconUser size="1.25rem" stroke={1.75} aria-hidden />
        {words}
        <Button size="xs" variant="default" disabled={resting} onClick={onUndo}>
          {t('caller:chosen.undo')}
        </Button>
      </div>
    );
  }
  return (
    <button
      type="button"
      className="callerPerson"
      data-caller-person={digit}
      disabled={resting}
      title={t('caller:choose', { name })}
      onClick={onChoose}
    >
      <Kbd>{String(digit)}</Kbd>
      {words}
    </button>
  );
}

interface AppealsProps {
  readonly person: Pick<CallerPerson, 'isProtected' | 'appeals'>;
  readonly resting: boolean;
  readonly staysOpen: boolean;
  readonly onInquire: ((appeal: AppealStanding) => void) | null;
}

/** Appeals on control of the person who is spoken with, the most pressing first. */
export function Appeals({ person, resting, staysOpen, onInquire }: AppealsProps) {
  const { t } = useTexts();
  const [all, setAll] = useState(false);
  if (person.isProtected) return null;
  if (person.appeals.length === 0) return <p className="small soft callerNote">{t('caller:noAppeals')}</p>;
  const rest = person.appeals.length - SHOWN;
  return (
    <section className="callerAppeals" aria-label={t('caller:appeals')}>
      <h3>{t('caller:appeals')}</h3>
      <ul>
        {person.appeals.slice(0, all ? undefined : SHOWN).map((standing) => (
          <li key={standing.id} className="callerAppeal">
            <StandingLine standing={standing} />
            <span className="callerAppealActs">
              {onInquire && (
                <button
                  type="button"
                  className="callerAct"
                  data-caller-inquire
                  disabled={resting}
                  title={staysOpen ? undefined : t('caller:inquire.title', { number: standing.number })}
                  onClick={() => onInquire(standing)}
                >
                  {t(staysOpen ? 'caller:inquire.aside' : 'caller:inquire')} <Kbd>{fixedKeys.open}</Kbd>
                </button>
              )}
              <button type="button" className="callerAct" onClick={() => openAppeal('all', standing.id)}>
                {t('caller:open', { number: standing.number })}
              </button>
            </span>
          </li>
        ))}
      </ul>
      {rest > 0 && !all && (
        <button type="button" className="callerAct" onClick={() => setAll(true)}>
          {t('caller:appeals.more', { count: rest })}
        </button>
      )}
    </section>
  );
}
