import { Switch, Textarea, TextInput } from '@mantine/core';
import type { CardError } from '../../src-shared/appeal/card.ts';
import type { AmendField } from '../../src-shared/appeal/fields.ts';
import { AppealKind } from '../../src-shared/appeal/model.ts';
import type { Address, ApplicantType } from '../../src-shared/applicant/model.ts';
import { topicByCode } from '../../src-shared/catalog/topic.ts';
import { AddressFields } from '../call/AddressFields.tsx';
import { AuthoritySelect, TopicSelect } from '../ui/CatalogSelects.tsx';
import { ChoiceRow } from '../ui/ChoiceRow.tsx';
import { type TextKey, useTexts } from '../useTexts.ts';
import { CorrectionParticulars } from './CorrectionParticulars.tsx';
import type { CardInputs } from './cardValues.ts';

interface CorrectionFieldsProps {
  readonly inputs: CardInputs;
  readonly type: ApplicantType;
  readonly errors: readonly CardError[];
  /** The telephone number as written is none. */
  readonly phoneWrong: boolean;
  readonly onChange: (part: Partial<CardInputs>) => void;
}

const PLACE = ['place.district', 'place.settlement', 'place.street'] as const;
const ADDRESS = ['settlement', 'settlementCode', 'district', 'street', 'building', 'flat'] as const;

/** Every field of a registered card that may be corrected. */
export function CorrectionFields({ inputs, type, errors, phoneWrong, onChange }: CorrectionFieldsProps) {
  const { t } = useTexts();
  const text = (field: AmendField) => String(inputs[field]);
  const errorAt = (field: string) => {
    const error = errors.find((candidate) => candidate.field === field);
    return error && t(`cardError:${error.code}`);
  };
  const address = (path: 'place' | 'applicant.address') => ({
    value: Object.fromEntries(ADDRESS.map((part) => [part, text(`${path}.${part}`)])) as Address,
    path,
    errors,
    resting: false,
    onChange: (address: Address) =>
      onChange(Object.fromEntries(ADDRESS.map((part) => [`${path}.${part}`, address[part] ?? '']))),
  });
  const name = (field: AmendField, label: TextKey, maxLength: number) => (
    <TextInput
      label={t(label)}
      value={text(field)}
      maxLength={maxLength}
      data-field={field}
      error={errorAt(field)}
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => onChange({ [field]: event.currentTarget.value })}
    />
  );
  return (
    <>
      <Textarea
        label={t('appeal:text')}
        value={text('text')}
        error={errorAt('text')}
        data-field="text"
        data-autofocus
        maxLength={100_000}
        autosize
        minRows={4}
        maxRows={12}
        onChange={(event) => onChange({ text: event.currentTarget.value })}
      />
      <ChoiceRow
        label={t('appeal:kind')}
        name="correction-kind"
        field="kind"
        value={AppealKind.safeParse(inputs.kind).data ?? null}
        choices={AppealKind.options.map((value) => ({ value, label: t(`appeal:kind.${value}`) }))}
        error={errorAt('kind')}
        onChange={(kind) => onChange({ kind })}
      />
      {inputs.kind === 'complaint' && (
        <AuthoritySelect
          label={t('appeal:complainedOf')}
          value={text('complainedOf')}
          proposed={topicByCode(text('topic'))?.authorities ?? []}
          hint={t('appeal:complainedOf.ofTopic')}
          clearable
          onChange={(complainedOf) => onChange({ complainedOf })}
        />
      )}
      <TopicSelect
        label={t('appeal:topic')}
        value={text('topic')}
        field="topic"
        error={errorAt('topic')}
        onChange={(topic) => onChange({ topic })}
      />
      <Switch
        checked={inputs.urgent === true}
        color="danger"
        label={t('appeal:urgent')}
        onChange={(event) => onChange({ urgent: event.currentTarget.checked })}
      />
      {inputs.urgent === true && name('urgentReason', 'appeal:urgentReason', 500)}
      <fieldset className="cardGroup">
        <legend className="correctionLegend">{t('applicant:title')}</legend>
        {type !== 'person' && name('applicant.organisation', 'applicant:organisation', 300)}
        <div className="fieldRow">
          {name('applicant.surname', 'applicant:surname', 100)}
          {name('applicant.givenName', 'applicant:givenName', 100)}
        </div>
        <div className="fieldRow">
          {name('applicant.patronymic', 'applicant:patronymic', 100)}
          <TextInput
            label={t('applicant:phone')}
            value={text('applicant.phone')}
            maxLength={80}
            inputMode="tel"
            data-field="applicant.phone"
            error={phoneWrong ? t('appeal:amend.phoneWrong') : undefined}
            autoComplete="off"
            onChange={(event) => onChange({ 'applicant.phone': event.currentTarget.value })}
          />
        </div>
        <AddressFields {...address('applicant.address')} />
      </fieldset>
      <fieldset className="cardGroup">
        <legend className="correctionLegend">{t('appeal:place')}</legend>
        {PLACE.every((field) => inputs[field] === '') && (
          <span className="small soft">{t('appeal:place.same')}</span>
        )}
        <AddressFields {...address('place')} />
      </fieldset>
      <CorrectionParticulars inputs={inputs} type={type} errors={errors} onChange={onChange} />
    </>
  );
}
