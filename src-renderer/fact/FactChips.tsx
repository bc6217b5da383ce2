import { IconCalendar, IconMapPin, IconPhone, IconUser, IconX } from '@tabler/icons-react';
import { type RefObject, useMemo } from 'react';
import { displayPhone } from '../../src-shared/applicant/phone.ts';
import { legalDay } from '../../src-shared/clock.ts';
import type { Street } from '../../src-shared/directory/model.ts';
import { type Place, placeName } from '../../src-shared/directory/place.ts';
import { asKnown } from '../../src-shared/fact/known.ts';
import { type Fact, factKey } from '../../src-shared/fact/model.ts';
import { factsIn } from '../../src-shared/fact/recognise.ts';
import { newestOf } from '../call/acts.ts';
import { HintHeard } from '../call/HintHeard.tsx';
import type { OpenCall } from '../call/openCall.ts';
import { padNow } from '../call/padArea.ts';
import { usePadHighlight } from '../call/usePadHighlight.ts';
import { useKnownPlaces } from '../call/usePlaces.ts';
import { CommandKey } from '../frame/CommandKey.tsx';
import { useWindowCommand } from '../frame/windowCommands.ts';
import { useLanguage } from '../settings/useSettings.ts';
import { useFormat } from '../ui/useFormat.ts';
import { useQuery } from '../useQuery.ts';
import { type Translate, useTexts } from '../useTexts.ts';
import { freeAddress, isFirstPhone, openFacts } from './openFacts.ts';
import { dropFact, takeFact } from './takeFact.ts';

/** Chips shown at most; the others come when these are answered. */
const MOST = 3;
const NO_STREETS: readonly Street[] = [];
const ICONS = { phone: IconPhone, street: IconMapPin, place: IconMapPin, name: IconUser, day: IconCalendar };

interface FactChipsProps {
  readonly call: OpenCall;
  readonly text: string;
  readonly sheet: RefObject<HTMLElement | null>;
  /** Something else is offered at this moment: facts stay marked in the notes and come back as chips after it. */
  readonly isQuiet: boolean;
}

/** What the notes tell and the card does not: each a chip, its words marked in the notes; the first is taken, or left, by one key. */
export function FactChips({ call, text, sheet, isQuiet }: FactChipsProps) {
  const { t } = useTexts();
  const format = useFormat();
  const language = useLanguage();
  const places = useKnownPlaces();
  const day = legalDay(Date.parse(call.paper?.takenAt ?? call.startedAt));
  const streets = useStreets(call);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was read holds for one day and its places
  const read = useMemo(() => new Map<string, readonly Fact[]>(), [day, places]);
  const facts = useMemo(() => factsIn(text, day, places, read), [text, day, places, read]);
  const open = openFacts(call, facts);
  const [first] = open;
  usePadHighlight('fact', sheet, open);

  /** A fact as it stands this moment, or the first there is: the notes may have gone on since this was drawn. */
  const now = (drawn?: Fact) => {
    const said = openFacts(newestOf(call), factsIn(padNow()?.text ?? '', day, places));
    return drawn === undefined ? said[0] : said.find((other) => factKey(other) === factKey(drawn));
  };
  const take = (drawn?: Fact) => {
    const fact = now(drawn);
    if (fact) takeFact(call, fact, { language, day: format.day, places, streets });
  };
  const drop = (drawn?: Fact) => {
    const fact = now(drawn);
    if (fact) dropFact(call, fact);
  };
  useWindowCommand('takeFact', () => take());
  useWindowCommand('dropFact', () => drop());
  const wordsOf = (fact: Fact) =>
    factWords(t, fact, { isFirst: isFirstPhone(call), places, streets, language, day: format.day });
  const chips = (isQuiet ? [] : open.slice(0, MOST)).map((fact) => {
    const Icon = ICONS[fact.kind];
    const words = wordsOf(fact);
    return (
      <span key={factKey(fact)} className="factChip">
        <button
          type="button"
          className="padHint"
          tabIndex={-1}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => take(fact)}
        >
          <Icon size="1rem" stroke={1.75} aria-hidden />
          <span className="clip">{words}</span>
          {fact === first && <CommandKey command="takeFact" />}
        </button>
        <button
          type="button"
          className="padHint"
          tabIndex={-1}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => drop(fact)}
        >
          <IconX size="0.875rem" stroke={1.75} aria-hidden />
          <span className="onlyHeard">{t('fact:drop', { what: words })}</span>
          {fact === first && <CommandKey command="dropFact" />}
        </button>
      </span>
    );
  });
  return (
    <>
      {first && !isQuiet && <HintHeard words={t('fact:found', { what: wordsOf(first) })} />}
      {chips}
    </>
  );
}

/** Streets of the settlement whose street is still to be filled in. */
function useStreets(call: OpenCall): readonly Street[] {
  const free = freeAddress(call, 'street');
  const settlement = (free === null ? undefined : call.appeal[free].settlementCode) ?? '';
  const { value } = useQuery('directory.streets', settlement === '' ? null : { settlement }, {
    records: ['street'],
  });
  return settlement === '' ? NO_STREETS : (value?.streets ?? NO_STREETS);
}

interface WordsOf {
  /** A telephone goes into the number of the call, not beside it. */
  readonly isFirst: boolean;
  readonly places: readonly Place[];
  readonly streets: readonly Street[];
  readonly language: 'uk' | 'ru' | 'en';
  readonly day: (day: string) => string;
}

function factWords(t: Translate, fact: Fact, { isFirst, places, streets, language, day }: WordsOf): string {
  switch (fact.kind) {
    case 'phone':
      return t(isFirst ? 'fact:phone' : 'fact:phone.further', { phone: displayPhone(fact.phone) });
    case 'street': {
      const { street, building, flat } = asKnown(fact, streets);
      const parts = [street, building, flat === '' ? '' : t('applicant:flat.short', { flat })];
      return t('fact:street', { street: parts.filter((part) => part !== '').join(', ') });
    }
    case 'place': {
      const place = places.find(({ code }) => code === fact.code);
      return t('fact:place', { place: place === undefined ? '' : placeName(place, language) });
    }
    case 'name':
      return t('fact:name', { name: [fact.surname, fact.givenName, fact.patronymic].join(' ').trim() });
    case 'day':
      return t('fact:day', { day: day(fact.day) });
  }
}
