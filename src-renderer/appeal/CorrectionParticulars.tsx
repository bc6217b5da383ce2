import { Checkbox, Textarea, TextInput } from '@mantine/core';
import type { CardError } from '../../src-shared/appeal/card.ts';
import { AnswerWay } from '../../src-shared/appeal/model.ts';
import type { ApplicantType } from '../../src-shared/applicant/model.ts';
import { CategoryFields } from '../call/CategoryFields.tsx';
import { AnswerWaySelect, FacetSelect } from '../ui/CatalogSelects.tsx';
import { type TextKey, useTexts } from '../useTexts.ts';
import type { CardInputs } from './cardValues.ts';

interface CorrectionParticularsProps {
  readonly inputs: CardInputs;
  readonly type: ApplicantType;
  readonly errors: readonly CardError[];
  readonly onChange: (part: Partial<CardInputs>) => void;
}

/** The classifier's facets, the way of the answer and the remark of a registered card. */
export function CorrectionParticulars({ inputs, type, errors, onChange }: CorrectionParticularsProps) {
  const { t } = useTexts();
  const text = (field: keyof CardInputs) => String(inputs[field]);
  const emailError = errors.find(({ field }) => field === 'applicant.email');
  const tick = (field: 'collective' | 'confidential', label: TextKey) => (
    <Checkbox
      label={t(label)}
      checked={inputs[field] === true}
      onChange={(event) => onChange({ [field]: event.currentTarget.checked })}
    />
  );
  return (
    <fieldset className="cardGroup">
      <legend className="correctionLegend">{t('appeal:more')}</legend>
      <FacetSelect
        facet="receiptSign"
        label={t('appeal:receiptSign')}
        value={text('receiptSign')}
        onChange={(receiptSign) => onChange({ receiptSign })}
      />
      {tick('collective', 'appeal:collective')}
      {type === 'person' && (
        <>
          <CategoryFields
            isNamedOnly
            benefits={text('categories')
              .split(',')
              .filter(Boolean)
              .map((code) => ({ code, until: null, source: '' }))}
            resting={false}
            onChange={(benefits) => onChange({ categories: benefits.map(({ code }) => code).join(',') })}
          />
          <FacetSelect
            facet="socialStatus"
            label={t('applicant:socialStatus')}
            value={text('socialStatus')}
            clearable
            onChange={(socialStatus) => onChange({ socialStatus })}
          />
        </>
      )}
      <div className="fieldRow">
        <AnswerWaySelect
          value={AnswerWay.safeParse(inputs.answerWay).data ?? null}
          onChange={(way) => onChange({ answerWay: way ?? '' })}
        />
        <TextInput
          label={t('applicant:email')}
          value={text('applicant.email')}
          maxLength={200}
          inputMode="email"
          data-field="applicant.email"
          error={emailError && t(`cardError:${emailError.code}`)}
          autoComplete="off"
          onChange={(event) => onChange({ 'applicant.email': event.currentTarget.value })}
        />
      </div>
      {tick('confidential', 'appeal:confidential')}
      <Textarea
        label={t('appeal:remark')}
        description={t('appeal:remark.explained')}
        value={text('remark')}
        maxLength={4000}
        autosize
        minRows={2}
        maxRows={8}
        onChange={(event) => onChange({ remark: event.currentTarget.value })}
      />
    </fieldset>
  );
}
