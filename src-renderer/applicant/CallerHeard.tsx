import type { CallerPerson } from '../../src-shared/applicant/queries.ts';
import { useTexts } from '../useTexts.ts';

interface CallerHeardProps {
  readonly people: readonly CallerPerson[];
  /** The one who was chosen; undefined while nobody was. */
  readonly known: CallerPerson | undefined;
}

/** For whoever does not see the pane: who may be calling and what of theirs is open, said once, while the caret stays where it is. */
export function CallerHeard({ people, known }: CallerHeardProps) {
  const { t } = useTexts();
  const person = known ?? (people.length === 1 ? people[0] : undefined);
  const overdue = person?.appeals.filter(({ daysLeft }) => daysLeft < 0).length ?? 0;
  if (people.length === 0) return null;
  return (
    // Another person is another text: the region is made anew, and said again.
    <p key={person?.id ?? 'several'} className="onlyHeard" role="status">
      {person === undefined
        ? t('caller:heard.several', { count: people.length })
        : t('caller:heard.one', {
            count: person.appeals.length,
            name: person.name === '' ? t('caller:noName') : person.name,
          })}
      {overdue > 0 && <span> {t('caller:heard.overdue', { count: overdue })}</span>}
    </p>
  );
}
