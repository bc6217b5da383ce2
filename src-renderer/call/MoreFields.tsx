import { Checkbox, Textarea, TextInput } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { type ReactNode, useId, useState } from 'react';
import type { CardError } from '../../src-shared/appeal/card.ts';
import { FIRST_SIGN } from '../../src-shared/catalog/classifier.ts';
import { AnswerWaySelect, FacetSelect } from '../ui/CatalogSelects.tsx';
import { useTexts } from '../useTexts.ts';
import { CategoryFields } from './CategoryFields.tsx';
import type { AppealDraft } from './openCall.ts';

interface MoreFieldsProps {
  readonly appeal: AppealDraft;
  readonly errors: readonly CardError[];
  readonly resting: boolean;
  readonly onChange: (part: Partial<AppealDraft>) => void;
}

/** Parts of the card that most calls do without, behind one key; open by themselves once one is filled or needed. */
export function MoreFields({ appeal, errors, resting, onChange }: MoreFieldsProps) {
  const { t } = useTexts();
  const id = useId();
  const [asked, setAsked] = useState<boolean | null>(null);
  const filled = filledParts(appeal);
  const isNeeded = errors.some(({ field }) => field === 'applicant.email');
  const isOpen = isNeeded || (asked ?? filled > 0);
  const Icon = isOpen ? IconChevronDown : IconChevronRight;
  return (
    <div className="cardGroup">
      <button
        type="button"
        className="moreButton"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setAsked(!isOpen)}
      >
        <Icon size="1rem" stroke={1.75} aria-hidden />
        {t('appeal:more')}
        {!isOpen && filled > 0 && (
          <span className="small soft">{t('appeal:more.filled', { count: filled })}</span>
        )}
      </button>
      {isOpen && (
        <div id={id} className="moreFields">
          <Classification appeal={appeal} resting={resting} onChange={onChange} />
          {appeal.type === 'person' && <OfPerson appeal={appeal} resting={resting} onChange={onChange} />}
          <Answer appeal={appeal} errors={errors} resting={resting} onChange={onChange} />
        </div>
      )}
    </div>
  );
}

type PartProps = Omit<MoreFieldsProps, 'errors'>;

function Classification({ appeal, resting, onChange }: PartProps) {
  const { t } = useTexts();
  return (
    <>
      <FacetSelect
        facet="receiptSign"
        label={t('appeal:receiptSign')}
        value={appeal.receiptSign || FIRST_SIGN}
        field="receiptSign"
        disabled={resting}
        onChange={(sign) => onChange({ receiptSign: sign === FIRST_SIGN ? '' : sign })}
      />
      <Tick
        resting={resting}
        label={t('appeal:collective')}
        checked={appeal.collective}
        onTick={(collective) => onChange({ collective })}
      />
    </>
  );
}

/** Categories with their proof, social status, sex, and what whoever rings must know. */
function OfPerson({ appeal, resting, onChange }: PartProps) {
  const { t } = useTexts();
  return (
    <>
      <CategoryFields
        benefits={appeal.benefits}
        resting={resting}
        onChange={(benefits) => onChange({ benefits })}
      />
      <div className="fieldRow">
        <FacetSelect
          facet="socialStatus"
          label={t('applicant:socialStatus')}
          value={appeal.socialStatus}
          disabled={resting}
          clearable
          onChange={(socialStatus) => onChange({ socialStatus })}
        />
        <FacetSelect
          facet="sex"
          label={t('applicant:sex')}
          value={appeal.sex}
          disabled={resting}
          clearable
          onChange={(sex) => onChange({ sex })}
        />
      </div>
      <TextInput
        label={t('applicant:needs')}
        placeholder={t('applicant:needs.placeholder')}
        value={appeal.needs}
        maxLength={1000}
        readOnly={resting}
        onChange={(event) => onChange({ needs: event.currentTarget.value })}
      />
    </>
  );
}

/** How the answer is wanted, who may know of the applicant, and a word for colleagues. */
function Answer({ appeal, errors, resting, onChange }: MoreFieldsProps) {
  const { t } = useTexts();
  const error = errors.find(({ field }) => field === 'applicant.email');
  return (
    <>
      <div className="fieldRow">
        <AnswerWaySelect
          value={appeal.answerWay}
          disabled={resting}
          onChange={(answerWay) => onChange({ answerWay })}
        />
        <TextInput
          label={t('applicant:email')}
          value={appeal.email}
          maxLength={200}
          inputMode="email"
          data-field="applicant.email"
          error={error && t(`cardError:${error.code}`)}
          readOnly={resting}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => onChange({ email: event.currentTarget.value })}
        />
      </div>
      <Tick
        resting={resting}
        label={t('appeal:confidential')}
        description={t('appeal:confidential.explained')}
        checked={appeal.confidential}
        onTick={(confidential) => onChange({ confidential })}
      />
      <Textarea
        label={t('appeal:remark')}
        description={t('appeal:remark.explained')}
        value={appeal.remark}
        maxLength={4000}
        autosize
        minRows={2}
        maxRows={6}
        readOnly={resting}
        onChange={(event) => onChange({ remark: event.currentTarget.value })}
      />
    </>
  );
}

interface TickProps {
  readonly label: string;
  readonly description?: ReactNode;
  readonly checked: boolean;
  readonly resting: boolean;
  readonly onTick: (checked: boolean) => void;
}

function Tick({ label, description, checked, resting, onTick }: TickProps) {
  return (
    <Checkbox
      label={label}
      description={description}
      checked={checked}
      disabled={resting}
      onChange={(event) => onTick(event.currentTarget.checked)}
    />
  );
}

/** How many of these parts hold something. */
function filledParts(appeal: AppealDraft): number {
  const texts = [appeal.receiptSign, appeal.email, appeal.remark];
  const person = [appeal.socialStatus, appeal.sex, appeal.needs];
  return [
    ...texts.map((text) => text !== ''),
    ...(appeal.type === 'person' ? [...person.map((text) => text !== ''), appeal.benefits.length > 0] : []),
    appeal.collective,
    appeal.confidential,
    appeal.answerWay !== null,
  ].filter(Boolean).length;
}
