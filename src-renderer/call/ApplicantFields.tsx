import { Checkbox, TextInput } from '@mantine/core';
import type { CardError } from '../../src-shared/appeal/card.ts';
import { ApplicantType } from '../../src-shared/applicant/model.ts';
import { ChoiceRow } from '../ui/ChoiceRow.tsx';
import { type TextKey, useTexts } from '../useTexts.ts';
import { AddressFields } from './AddressFields.tsx';
import { changeAppeal } from './acts.ts';
import type { AppealDraft, OpenCall } from './openCall.ts';

interface ApplicantFieldsProps {
  readonly call: OpenCall;
  readonly errors: readonly CardError[];
  readonly resting: boolean;
}

type NameField = 'surname' | 'givenName' | 'patronymic' | 'organisation';

/** Who appeals and where they live or are seated. */
export function ApplicantFields({ call, errors, resting }: ApplicantFieldsProps) {
  const { t } = useTexts();
  const { appeal } = call;
  const change = (part: Partial<AppealDraft>) => changeAppeal(call.id, part);
  const nameInput = (name: NameField, label: TextKey) => {
    const error = errors.find((candidate) => candidate.field === `applicant.${name}`);
    return (
      <TextInput
        label={t(label)}
        value={appeal[name]}
        maxLength={name === 'organisation' ? 300 : 100}
        data-field={`applicant.${name}`}
        error={error && t(`cardError:${error.code}`)}
        readOnly={resting}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => change({ [name]: event.currentTarget.value })}
      />
    );
  };
  return (
    <fieldset className="cardGroup">
      <legend className="onlyHeard">{t('applicant:title')}</legend>
      <ChoiceRow
        label={t('applicant:type')}
        name={`type-${call.id}`}
        value={appeal.type}
        disabled={resting}
        choices={ApplicantType.options.map((value) => ({ value, label: t(`applicant:type.${value}`) }))}
        onChange={(type) => change({ type })}
      />
      <Checkbox
        label={t('applicant:noName')}
        description={appeal.anonymous ? t('applicant:noName.explained') : undefined}
        checked={appeal.anonymous}
        disabled={resting}
        onChange={(event) => change({ anonymous: event.currentTarget.checked })}
      />
      {!appeal.anonymous && (
        <>
          {appeal.type !== 'person' && nameInput('organisation', 'applicant:organisation')}
          {nameInput('surname', 'applicant:surname')}
          <div className="fieldRow">
            {nameInput('givenName', 'applicant:givenName')}
            {nameInput('patronymic', 'applicant:patronymic')}
          </div>
        </>
      )}
      <AddressFields
        value={appeal.address}
        path="applicant.address"
        errors={errors}
        resting={resting}
        onChange={(address) => change({ address })}
      />
    </fieldset>
  );
}
