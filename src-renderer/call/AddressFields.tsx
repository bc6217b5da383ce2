import type { CardError } from '../../src-shared/appeal/card.ts';
import type { Address } from '../../src-shared/applicant/model.ts';
import { placeName, placeNamed } from '../../src-shared/directory/place.ts';
import { useLanguage } from '../settings/useSettings.ts';
import { DistrictSelect } from '../ui/CatalogSelects.tsx';
import { SuggestInput } from '../ui/SuggestInput.tsx';
import { useTexts } from '../useTexts.ts';
import { StreetFields } from './StreetFields.tsx';
import { usePlaces } from './usePlaces.ts';

interface AddressFieldsProps {
  readonly value: Address;
  /** Where it stands in the card, such as `applicant.address`. */
  readonly path: 'applicant.address' | 'place';
  readonly errors: readonly CardError[];
  readonly resting: boolean;
  readonly onChange: (value: Address) => void;
}

/** Settlement with its district, street, house, flat. Places of the directory are offered by old and new name, anything may be written. */
export function AddressFields({ value, path, errors, resting, onChange }: AddressFieldsProps) {
  const { t } = useTexts();
  const language = useLanguage();
  const { places, find } = usePlaces(value.district);
  const errorAt = (field: keyof Address) => {
    const error = errors.find((candidate) => candidate.field === `${path}.${field}`);
    return error && t(`cardError:${error.code}`);
  };
  const settle = (settlement: string, code: string | undefined) => {
    const { settlementCode: _former, ...rest } = value;
    const place = places.find((known) => known.code === code);
    onChange({
      ...rest,
      settlement,
      ...(place && { settlementCode: place.code, district: place.district }),
    });
  };
  const chosen = places.find(({ code }) => code === value.settlementCode);
  const community = chosen && (chosen.community[language] || chosen.community.uk);
  return (
    <>
      <div className="fieldRow addressRow">
        <SuggestInput
          label={t('applicant:settlement')}
          value={value.settlement}
          find={find}
          memory="settlement"
          maxLength={120}
          field={`${path}.settlement`}
          error={errorAt('settlement')}
          description={community || undefined}
          readOnly={resting}
          onText={(text) => settle(text, placeNamed(places, text)?.code)}
          onChoose={(code) => {
            const place = places.find((known) => known.code === code);
            if (place) settle(placeName(place, language), code);
          }}
        />
        <DistrictSelect
          label={t('applicant:district')}
          value={value.district}
          field={`${path}.district`}
          error={errorAt('district')}
          disabled={resting}
          onChange={(district) => {
            const { settlementCode: _elsewhere, ...rest } = value;
            onChange(district === value.district ? value : { ...rest, district });
          }}
        />
      </div>
      <StreetFields
        value={value}
        path={path}
        error={errorAt('street')}
        resting={resting}
        onChange={onChange}
      />
    </>
  );
}
