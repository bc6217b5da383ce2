import { Button, Textarea } from '@mantine/core';
import { placeName, placeNamed } from '../../src-shared/directory/place.ts';
import { usePlaces } from '../call/usePlaces.ts';
import { useLanguage } from '../settings/useSettings.ts';
import { DistrictSelect } from '../ui/CatalogSelects.tsx';
import { SuggestInput } from '../ui/SuggestInput.tsx';
import { useTexts } from '../useTexts.ts';
import type { WrittenArea } from './store.ts';

interface AreaFieldsProps {
  readonly area: WrittenArea;
  /** Which of the places it is, from 1. */
  readonly number: number;
  readonly onChange: (area: WrittenArea) => void;
  /** Null where it is the only one. */
  readonly onRemove: (() => void) | null;
}

/** One place of an announcement: settlement, district, its streets line by line. */
export function AreaFields({ area, number, onChange, onRemove }: AreaFieldsProps) {
  const { t } = useTexts();
  const language = useLanguage();
  const { places, find } = usePlaces(area.district);
  const settle = (settlement: string, code: string | undefined) => {
    const { settlementCode: _former, ...rest } = area;
    const place = places.find((known) => known.code === code);
    onChange({
      ...rest,
      settlement,
      ...(place && { settlementCode: place.code, district: place.district }),
    });
  };
  return (
    <fieldset className="cardGroup areaFields">
      <legend>{t('announcement:place', { number })}</legend>
      {number === 1 && <span className="small soft">{t('announcement:place.how')}</span>}
      <div className="fieldRow addressRow">
        <SuggestInput
          label={t('applicant:settlement')}
          value={area.settlement}
          find={find}
          memory="settlement"
          maxLength={120}
          onText={(text) => settle(text, placeNamed(places, text)?.code)}
          onChoose={(code) => {
            const place = places.find((known) => known.code === code);
            if (place) settle(placeName(place, language), code);
          }}
        />
        <DistrictSelect
          label={t('applicant:district')}
          value={area.district}
          onChange={(district) => {
            const { settlementCode: _elsewhere, ...rest } = area;
            onChange(district === area.district ? area : { ...rest, district });
          }}
        />
      </div>
      {area.settlement.trim() !== '' && (
        <Textarea
          label={t('announcement:streets')}
          description={t('announcement:streets.how')}
          value={area.streets}
          maxLength={20_000}
          autosize
          minRows={2}
          maxRows={10}
          spellCheck={false}
          onChange={(event) => onChange({ ...area, streets: event.currentTarget.value })}
        />
      )}
      {onRemove && (
        <Button variant="subtle" size="compact-sm" className="addArea" onClick={onRemove}>
          {t('announcement:removePlace', { number })}
        </Button>
      )}
    </fieldset>
  );
}
