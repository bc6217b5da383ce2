import type { CallerPerson } from '../../src-shared/applicant/queries.ts';
import type { OutputOf } from '../../src-shared/ipc/contract.ts';
import type { OpenCall } from '../call/openCall.ts';
import { appealCard } from '../call/submission.ts';
import { useQuery } from '../useQuery.ts';
import { useTexts } from '../useTexts.ts';
import { Person } from './CallerPeople.tsx';
import { sameWords } from './sameWords.ts';

type Alike = OutputOf<'applicant.alike'>['people'];

/** Letters of a name from which it says something. */
const LEAST = { surname: 3, givenName: 2, organisation: 4 };

/** People of the register who may be whom the card describes; nobody while too little is typed or somebody is chosen. */
export function useAlike(call: OpenCall): Alike {
  const { appeal } = call;
  const isNamed =
    appeal.type === 'person'
      ? appeal.surname.trim().length >= LEAST.surname && appeal.givenName.trim().length >= LEAST.givenName
      : appeal.organisation.trim().length >= LEAST.organisation;
  const isAsked = isNamed && appeal.chosen === null && !appeal.anonymous;
  const { value } = useQuery('applicant.alike', isAsked ? { card: appealCard(call).applicant } : null, {
    records: ['applicant'],
  });
  return isAsked ? (value?.people ?? []) : [];
}

interface AlikePeopleProps {
  readonly alike: Alike;
  /** Digit of the first of them. */
  readonly first: number;
  readonly resting: boolean;
  readonly onChoose: (person: CallerPerson) => void;
}

/** Each with the reason, and a key; nothing is taken over by itself. */
export function AlikePeople({ alike, first, resting, onChoose }: AlikePeopleProps) {
  const { i18n } = useTexts();
  return (
    <ol className="callerPeople">
      {alike.map(({ person, same }, index) => (
        <li key={person.id}>
          <Person
            person={person}
            digit={first + index}
            resting={resting}
            why={sameWords(i18n, same)}
            onChoose={() => onChoose(person)}
            onUndo={() => undefined}
          />
        </li>
      ))}
    </ol>
  );
}
