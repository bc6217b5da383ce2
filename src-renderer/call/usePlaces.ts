import { useMemo } from 'react';
import { districtName } from '../../src-shared/catalog/district.ts';
import { allPlaces, namesOf, type Place, placeName } from '../../src-shared/directory/place.ts';
import { useLanguage } from '../settings/useSettings.ts';
import type { Choice } from '../ui/choice.ts';
import { searchWords } from '../ui/searchWords.ts';
import { useQuery } from '../useQuery.ts';
import { useTexts } from '../useTexts.ts';

interface Places {
  readonly places: readonly Place[];
  /** Places by the beginnings of their present and former names, those of the district first. */
  readonly find: (query: string) => readonly Choice[];
}

/** The settlements an address may name. */
export function useKnownPlaces(): readonly Place[] {
  const { value } = useQuery('directory.settlements', {}, { records: ['settlement'] });
  const settlements = value?.settlements;
  return useMemo(() => allPlaces(settlements ?? []), [settlements]);
}

/** The settlements of the directory, as an address field offers them. */
export function usePlaces(district: string): Places {
  const { t } = useTexts();
  const language = useLanguage();
  const places = useKnownPlaces();
  const search = useMemo(
    () =>
      searchWords(
        places.map((place) => ({
          item: place,
          name: placeName(place, language),
          words: namesOf(place),
          group: '',
        })),
      ),
    [places, language],
  );
  const find = (query: string) => {
    const found = search(query);
    const near = found.filter((place) => district !== '' && place.district === district);
    const rest = found.filter((place) => !near.includes(place));
    return [...near, ...rest].map((place) => ({
      value: place.code,
      label: placeName(place, language),
      path: [
        ...(place.former.length > 0 ? [t('applicant:formerly', { names: place.former.join(', ') })] : []),
        place.community[language] || place.community.uk,
        districtName(place.district, language),
      ]
        .filter((part) => part !== '')
        .join(' · '),
    }));
  };
  return { places, find };
}
