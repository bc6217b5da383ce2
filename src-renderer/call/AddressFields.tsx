import { Autocomplete, TextInput } from '@mantine/core';
import type { CardError } from '../../src-shared/appeal/card.ts';
import type { Address } from '../../src-shared/applicant/model.ts';
import { useLanguage } from '../settings/useSettings.ts';
import { DistrictSelect } from '../ui/CatalogSelects.tsx';
import { townNames } from '../ui/catalogChoices.ts';
import { keepEscape } from '../ui/keepEscape.ts';
import { useTexts } from '../useTexts.ts';

interface AddressFieldsProps {
  readonly value: Address;
  /** Where it stands in the card, such as `applicant.address`. */
  readonly path: 'applicant.address' | 'place';
  readonly errors: readonly CardError[];
  readonly resting: boolean;
  readonly onChange: (value: Address) => void;
}

/** District, settlement, street; towns of the district are offered, anything else may be written. */
export function AddressFields({ value, path, errors, resting, onChange }: AddressFieldsProps) {
  const { t } = useTexts();
  const language = useLanguage();
  const errorAt = (field: keyof Address) => {
    const error = errors.find((candidate) => candidate.field === `${path}.${field}`);
    return error && t(`cardError:${error.code}`);
  };
  return (
    <>
      <div className="fieldRow addressRow">
        <DistrictSelect
          label={t('applicant:district')}
          value={value.district}
          field={`${path}.district`}
          error={errorAt('district')}
          disabled={resting}
          onChange={(district) => onChange({ ...value, district })}
        />
        <Autocomplete
          label={t('applicant:settlement')}
          value={value.settlement}
          data={townNames(value.district, language)}
          limit={6}
          maxLength={120}
          data-field={`${path}.settlement`}
          error={errorAt('settlement')}
          readOnly={resting}
          comboboxProps={{ transitionProps: { duration: 0 }, offset: 2 }}
          onKeyDown={keepEscape}
          onChange={(settlement) => onChange({ ...value, settlement })}
        />
      </div>
      <TextInput
        label={t('applicant:street')}
        value={value.street}
        maxLength={240}
        data-field={`${path}.street`}
        error={errorAt('street')}
        readOnly={resting}
        onChange={(event) => onChange({ ...value, street: event.currentTarget.value })}
      />
    </>
  );
}
