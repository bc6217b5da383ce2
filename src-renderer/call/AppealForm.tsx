import { Button, Checkbox, Switch, TextInput } from '@mantine/core';
import { IconAlertTriangleFilled } from '@tabler/icons-react';
import { AppealKind } from '../../src-shared/appeal/model.ts';
import { topicByCode } from '../../src-shared/catalog/topic.ts';
import { NeighbourHint } from '../competence/NeighbourHint.tsx';
import { SpellingCount } from '../spelling/FieldSpelling.tsx';
import { SpelledTextarea } from '../spelling/SpelledTextarea.tsx';
import { AuthoritySelect, TopicSelect } from '../ui/CatalogSelects.tsx';
import { ChoiceRow } from '../ui/ChoiceRow.tsx';
import { useTexts } from '../useTexts.ts';
import { AddressFields } from './AddressFields.tsx';
import { ApplicantFields } from './ApplicantFields.tsx';
import { changeAppeal } from './acts.ts';
import { ClearCard, ClearedNotice } from './ClearCard.tsx';
import { EntryFiles } from './EntryFiles.tsx';
import { MoreFields } from './MoreFields.tsx';
import type { AppealDraft, OpenCall } from './openCall.ts';
import { appealErrors, appealText } from './submission.ts';

interface FormProps {
  readonly call: OpenCall;
  readonly tried: boolean;
  readonly resting: boolean;
}

/** The card of an appeal. What is missing is said at its field once the operator has tried to register. */
export function AppealForm({ call, tried, resting }: FormProps) {
  const { t } = useTexts();
  const { appeal } = call;
  const errors = tried ? appealErrors(call) : [];
  const errorAt = (field: string) => {
    const error = errors.find((candidate) => candidate.field === field);
    return error && t(`cardError:${error.code}`);
  };
  const change = (part: Partial<AppealDraft>) => changeAppeal(call.id, part);
  return (
    <>
      <ClearedNotice call={call} resting={resting} />
      <ChoiceRow
        label={t('appeal:kind')}
        name={`kind-${call.id}`}
        field="kind"
        value={appeal.kind}
        disabled={resting}
        choices={AppealKind.options.map((value) => ({ value, label: t(`appeal:kind.${value}`) }))}
        hint={t(appeal.kind === null ? 'appeal:kindHint.none' : `appeal:kindHint.${appeal.kind}`)}
        error={errorAt('kind')}
        onChange={(kind) => change({ kind })}
      />
      {appeal.kind === 'complaint' && (
        <AuthoritySelect
          label={t('appeal:complainedOf')}
          description={t('appeal:complainedOf.explained')}
          value={appeal.complainedOf}
          proposed={topicByCode(appeal.topic)?.authorities ?? []}
          hint={t('appeal:complainedOf.ofTopic')}
          field="complainedOf"
          disabled={resting}
          clearable
          onChange={(complainedOf) => change({ complainedOf })}
        />
      )}
      <TopicSelect
        label={t('appeal:topic')}
        text={appealText(call)}
        value={appeal.topic}
        field="topic"
        disabled={resting}
        error={errorAt('topic')}
        onChange={(topic) => change({ topic })}
      />
      <UrgencySwitch appeal={appeal} resting={resting} onChange={change} />
      <ApplicantFields call={call} errors={errors} resting={resting} />
      <fieldset className="cardGroup">
        <legend className="onlyHeard">{t('appeal:place')}</legend>
        <Checkbox
          label={`${t('appeal:place')}: ${t('appeal:place.same').toLowerCase()}`}
          checked={appeal.placeSame}
          disabled={resting}
          onChange={(event) => change({ placeSame: event.currentTarget.checked })}
        />
        {!appeal.placeSame && (
          <AddressFields
            value={appeal.place}
            path="place"
            errors={errors}
            resting={resting}
            onChange={(place) => change({ place })}
          />
        )}
      </fieldset>
      <NeighbourHint text={appealText(call)} />
      <AppealTextField call={call} error={errorAt('text')} resting={resting} onChange={change} />
      <EntryFiles call={call} resting={resting} />
      <MoreFields appeal={appeal} errors={errors} resting={resting} onChange={change} />
      <ClearCard call={call} resting={resting} />
    </>
  );
}

interface PartProps {
  readonly resting: boolean;
  readonly onChange: (part: Partial<AppealDraft>) => void;
}

function UrgencySwitch({ appeal, resting, onChange }: PartProps & { readonly appeal: AppealDraft }) {
  const { t } = useTexts();
  const usuallyUrgent = topicByCode(appeal.topic)?.usuallyUrgent ?? false;
  const description = appeal.urgent
    ? t('appeal:urgent.explained')
    : usuallyUrgent
      ? t('appeal:urgent.usually')
      : undefined;
  return (
    <>
      <Switch
        checked={appeal.urgent}
        disabled={resting}
        color="danger"
        label={
          <span className="mark" data-meaning={appeal.urgent ? 'danger' : undefined}>
            {appeal.urgent && <IconAlertTriangleFilled size="1rem" aria-hidden />}
            {t('appeal:urgent')}
          </span>
        }
        description={description}
        onChange={(event) => onChange({ urgent: event.currentTarget.checked })}
      />
      {appeal.urgent && (
        <TextInput
          label={t('appeal:urgentReason')}
          placeholder={t('appeal:urgentReason.placeholder')}
          value={appeal.urgentReason}
          maxLength={500}
          data-field="urgentReason"
          readOnly={resting}
          onChange={(event) => onChange({ urgentReason: event.currentTarget.value })}
        />
      )}
    </>
  );
}

interface TextProps extends PartProps {
  readonly call: OpenCall;
  readonly error: string | undefined;
}

/** The substance, taken from the pad until it is changed by hand; taking the notes again can be undone. */
function AppealTextField({ call, error, resting, onChange }: TextProps) {
  const { t } = useTexts();
  const { text, textBefore } = call.appeal;
  return (
    <div className="cardGroup">
      <SpelledTextarea
        field="text"
        call={call}
        // The notes are checked where they are written.
        isChecked={text !== null}
        label={t('appeal:text')}
        description={text === null ? t('appeal:text.fromNotes') : undefined}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={appealText(call)}
        error={error}
        data-field="text"
        readOnly={resting}
        maxLength={100_000}
        autosize
        minRows={4}
        maxRows={12}
        onChange={(event) => onChange({ text: event.currentTarget.value, textBefore: null })}
      />
      <SpellingCount field="text" />
      {text !== null && (
        <Button
          variant="subtle"
          size="compact-sm"
          style={{ alignSelf: 'flex-start' }}
          disabled={resting}
          onClick={() => onChange({ text: null, textBefore: text })}
        >
          {t('appeal:text.again')}
        </Button>
      )}
      {text === null && textBefore !== null && (
        <Button
          variant="subtle"
          size="compact-sm"
          style={{ alignSelf: 'flex-start' }}
          disabled={resting}
          onClick={() => onChange({ text: textBefore, textBefore: null })}
        >
          {t('appeal:text.mine')}
        </Button>
      )}
    </div>
  );
}
