import { notifications } from '@mantine/notifications';
import { type KeyboardEvent, useEffect } from 'react';
import { recognisePhone } from '../../src-shared/applicant/phone.ts';
import type { AppealStanding, CallerPerson } from '../../src-shared/applicant/queries.ts';
import { ApplicantId, CallId } from '../../src-shared/brand.ts';
import { chooseApplicant, rebaseChoice, undoChoice } from '../call/chosenApplicant.ts';
import { recordInquiry, recordInquiryAside } from '../call/inquiry.ts';
import type { OpenCall } from '../call/openCall.ts';
import { hasOwnWords } from '../call/submission.ts';
import { CommandKey } from '../frame/CommandKey.tsx';
import { problemText } from '../ui/problemText.ts';
import { useQuery } from '../useQuery.ts';
import { useTexts } from '../useTexts.ts';
import { AlikePeople, useAlike } from './AlikePeople.tsx';
import { CallerCalls } from './CallerCalls.tsx';
import { CallerHeard } from './CallerHeard.tsx';
import { Appeals, CallerPeople } from './CallerPeople.tsx';
import { PhoneMarking } from './PhoneMarking.tsx';
import './applicant.css';

/** What an exchange or a phone delivers in place of a number that was withheld. */
const WITHHELD = /anonym|unknown|withheld|private|restricted|unavailable|прихован|скры[тв]/i;

/** Who may be calling from the number of this call, and what is open for them. Nothing of it is ever kept for another call. */
export function CallerWho({ call, resting }: { readonly call: OpenCall; readonly resting: boolean }) {
  const { t } = useTexts();
  const raw = call.phoneRaw.trim();
  const phone = recognisePhone(raw)?.e164 ?? null;
  const { value } = useQuery('caller.who', raw === '' ? null : { phone: raw, call: CallId.parse(call.id) }, {
    records: ['applicant', 'appeal', 'phoneMark', 'call', 'consultation'],
  });
  const { chosen } = call.appeal;
  // The answer to what stood there before is nobody's any more.
  const who = raw !== '' && value !== undefined && value.phone === phone ? value : null;
  const people = who?.people ?? [];
  const known = people.find(({ id }) => id === chosen?.id);
  const alike = useAlike(call).filter(({ person }) => people.every(({ id }) => id !== person.id));
  const onInquire = useInquire(call);
  useEffect(() => {
    if (known !== undefined) rebaseChoice(call.id, known);
  }, [known, call.id]);
  const choose = (person: CallerPerson) => {
    chooseApplicant(call.id, person);
    // The button pressed is gone; the next step is the person's first appeal.
    requestAnimationFrame(() => focusFirst());
  };
  const isWithheld = raw !== '' && phone === null && WITHHELD.test(raw);
  const isNew = phone !== null && who !== null && people.length === 0 && who.mark === null;
  if (!isWithheld && !isNew && people.length + alike.length === 0 && chosen === null && !who?.mark)
    return null;
  const keys = known === undefined ? [...people, ...alike.map(({ person }) => person)] : [];
  const title = who?.isPart ? t('caller:part') : people.length > 1 ? t('caller:who') : t('caller:may');
  const staysOpen = hasOwnWords(call);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: digits work wherever the focus is inside, every button does the same
    <div className="callerWho" data-caller-who onKeyDown={(event) => onDigit(event, keys, choose)}>
      {isWithheld && (
        <p className="callerNote" role="status">
          {t('caller:withheld')}
        </p>
      )}
      <CallerHeard people={people} known={known} />
      {people.length > 0 && (
        <div className="callerWhoHead">
          <h2>{known ? t('caller:chosen') : title}</h2>
          {!known && people.length > 1 && (
            <span className="small soft">
              {t('caller:who.hint')} <CommandKey command="caller" />
            </span>
          )}
        </div>
      )}
      {chosen !== null && !known && (
        <ChosenElsewhere call={call} resting={resting} staysOpen={staysOpen} onInquire={onInquire} />
      )}
      {isNew && (
        <p className="callerNote" role="status">
          {t('caller:new')}
          <span className="small soft"> · {t('caller:new.hint')}</span>
        </p>
      )}
      {people.length > 0 && (
        <CallerPeople
          people={people}
          chosen={known?.id ?? null}
          resting={resting}
          onChoose={choose}
          onUndo={() => undoChoice(call.id)}
          staysOpen={staysOpen}
          onInquire={onInquire}
        />
      )}
      {chosen === null && alike.length > 0 && (
        <section className="callerAppeals" aria-label={t('applicant:same.title')}>
          <h3>{t('applicant:same.title')}</h3>
          <AlikePeople alike={alike} first={people.length + 1} resting={resting} onChoose={choose} />
        </section>
      )}
      {who?.more && <p className="small soft callerNote">{t('caller:more')}</p>}
      <CallerCalls calls={who?.calls ?? []} />
      {phone !== null && who !== null && <PhoneMarking phone={phone} mark={who.mark} />}
    </div>
  );
}

/** Records a question about an appeal: with the end of the call, or beside a card that holds words; null where no call is heard. */
function useInquire(call: OpenCall): ((appeal: AppealStanding) => void) | null {
  const { t, i18n } = useTexts();
  if (call.paper !== null) return null;
  return (appeal) => {
    if (!hasOwnWords(call)) {
      recordInquiry(call, appeal);
      return;
    }
    void recordInquiryAside(call, appeal, (problem) => {
      const message =
        problem === null ? t('caller:inquire.done', { number: appeal.number }) : problemText(i18n, problem);
      notifications.show({ message, ...(problem === null ? {} : { color: 'danger' }) });
    });
  };
}

interface ChosenElsewhereProps {
  readonly call: OpenCall;
  readonly resting: boolean;
  readonly staysOpen: boolean;
  readonly onInquire: ((appeal: AppealStanding) => void) | null;
}

/** Somebody was chosen to whom the number does not lead: they stay chosen until the operator says otherwise. */
function ChosenElsewhere({ call, resting, staysOpen, onInquire }: ChosenElsewhereProps) {
  const { t } = useTexts();
  const { chosen } = call.appeal;
  const { value } = useQuery(
    'applicant.get',
    chosen === null ? null : { applicant: ApplicantId.parse(chosen.id) },
    { records: ['applicant', 'appeal'] },
  );
  if (chosen === null) return null;
  return (
    <>
      <p className="callerNote">
        {t('caller:filled', { name: chosen.name })}{' '}
        <button type="button" className="callerAct" disabled={resting} onClick={() => undoChoice(call.id)}>
          {t('caller:chosen.undo')}
        </button>
      </p>
      {value && (
        <Appeals
          person={{ isProtected: value.isHidden, appeals: value.appeals }}
          resting={resting}
          staysOpen={staysOpen}
          onInquire={onInquire}
        />
      )}
    </>
  );
}

function onDigit(
  event: KeyboardEvent,
  people: readonly CallerPerson[],
  choose: (person: CallerPerson) => void,
): void {
  if (event.target instanceof HTMLInputElement || event.ctrlKey || event.altKey || event.metaKey) return;
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1];
  const person = digit === undefined ? undefined : people[Number(digit) - 1];
  if (person === undefined) return;
  event.preventDefault();
  choose(person);
}

/** Puts the focus on the first thing to do with the caller. @returns whether there is one the focus was not on yet */
export function focusFirst(): boolean {
  const pane = document.querySelector('[data-caller-who]');
  if (pane === null || pane.contains(document.activeElement)) return false;
  const first =
    pane.querySelector<HTMLElement>('[data-caller-inquire]') ??
    pane.querySelector<HTMLElement>('[data-caller-person]');
  first?.focus();
  return first !== null;
}
