import { TextInput } from '@mantine/core';
import { useMemo } from 'react';
import type { Address } from '../../src-shared/applicant/model.ts';
import type { Street } from '../../src-shared/directory/model.ts';
import { fold } from '../../src-shared/fold.ts';
import { SuggestInput } from '../ui/SuggestInput.tsx';
import { searchWords } from '../ui/searchWords.ts';
import { useQuery } from '../useQuery.ts';
import { useTexts } from '../useTexts.ts';

interface StreetFieldsProps {
  readonly value: Address;
  readonly path: string;
  readonly error: string | undefined;
  readonly resting: boolean;
  readonly onChange: (value: Address) => void;
}

const NO_STREETS: readonly Street[] = [];

/** Street, house, flat. Streets of a settlement of the directory are offered by old and new name; anything may be written. */
export function StreetFields({ value, path, error, resting, onChange }: StreetFieldsProps) {
  const { t } = useTexts();
  const settlement = value.settlementCode ?? '';
  const { value: found } = useQuery('directory.streets', settlement === '' ? null : { settlement }, {
    records: ['street'],
  });
  const streets = settlement === '' ? NO_STREETS : (found?.streets ?? NO_STREETS);
  const search = useMemo(
    () =>
      searchWords(
        streets.map((street) => ({
          item: street,
          name: street.uk,
          words: [street.ru, ...street.former],
          group: '',
        })),
      ),
    [streets],
  );
  const chosen = streets.find((street) => fold(street.uk) === fold(value.street.trim()));
  const formerly = (street: Street) =>
    street.former.length === 0 ? undefined : t('applicant:formerly', { names: street.former.join(', ') });
  const buildings = chosen?.buildings ?? [];
  return (
    <div className="fieldRow streetRow">
      <SuggestInput
        label={t('applicant:street')}
        value={value.street}
        find={(query) =>
          search(query).map((street) => ({ value: street.id, label: street.uk, path: formerly(street) }))
        }
        memory="street"
        maxLength={240}
        field={`${path}.street`}
        error={error}
        description={chosen && formerly(chosen)}
        readOnly={resting}
        onText={(street) => onChange({ ...value, street })}
        onChoose={(id) => {
          const street = streets.find((known) => known.id === id);
          if (street) onChange({ ...value, street: street.uk });
        }}
      />
      <SuggestInput
        label={t('applicant:building')}
        value={value.building ?? ''}
        find={(query) =>
          buildings
            .filter((building) => fold(building).startsWith(fold(query.trim())))
            .map((building) => ({ value: building, label: building }))
        }
        maxLength={30}
        field={`${path}.building`}
        readOnly={resting}
        onText={(building) => onChange({ ...value, building })}
        onChoose={(building) => onChange({ ...value, building })}
      />
      <TextInput
        label={t('applicant:flat')}
        value={value.flat ?? ''}
        maxLength={20}
        data-field={`${path}.flat`}
        readOnly={resting}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onChange({ ...value, flat: event.currentTarget.value })}
      />
    </div>
  );
}
