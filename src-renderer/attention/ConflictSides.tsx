import { Button, Switch, Textarea, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { z } from 'zod';
import { changedParts } from '../../src-shared/appeal/changedParts.ts';
import { AmendField, SWITCHES } from '../../src-shared/appeal/fields.ts';
import { AnswerWay, AppealKind } from '../../src-shared/appeal/model.ts';
import type { AttentionConflict } from '../../src-shared/attention/queries.ts';
import type { ConflictChoice, FieldValue } from '../../src-shared/conflict/model.ts';
import { inputOf, valueMeant } from '../appeal/cardValues.ts';
import { useAct } from '../appeal/useAct.ts';
import { CategoryFields } from '../call/CategoryFields.tsx';
import { CommandKey } from '../frame/CommandKey.tsx';
import { useCompleteKey } from '../frame/useCompleteKey.ts';
import {
  AnswerWaySelect,
  AuthoritySelect,
  DistrictSelect,
  FacetSelect,
  TopicSelect,
} from '../ui/CatalogSelects.tsx';
import { ChoiceRow } from '../ui/ChoiceRow.tsx';
import { fieldLabel, fieldWords } from '../ui/fieldWords.ts';
import { NoticeBar } from '../ui/NoticeBar.tsx';
import { problemText } from '../ui/problemText.ts';
import { useFormat } from '../ui/useFormat.ts';
import { useUnfinished } from '../unfinished/useUnfinished.ts';
import { useTexts } from '../useTexts.ts';

const OtherText = z.union([z.string(), z.boolean()]);

interface ConflictSidesProps {
  /** The command whose value waits. */
  readonly command: string;
  readonly conflict: AttentionConflict;
  readonly names: Readonly<Record<string, string>>;
  readonly onDone: () => void;
}

/** Both values of a field side by side: choose one with the arrows, or write a third; the key that completes a card saves the choice. */
export function ConflictSides({ command, conflict, names, onDone }: ConflictSidesProps) {
  const { t, i18n } = useTexts();
  const field = AmendField.parse(conflict.field);
  const { left, keep } = useUnfinished(command, field, OtherText);
  const [choice, setChoice] = useState<ConflictChoice | null>(left === undefined ? null : 'other');
  const [other, setOther] = useState(left ?? inputOf(field, conflict.mine));
  const [tried, setTried] = useState(false);
  const act = useAct(() => {
    keep(null);
    onDone();
  });
  const written = valueMeant(field, other, conflict.mine);
  const chosen = { server: conflict.server, mine: conflict.mine, other: written };
  const value = choice === null ? undefined : chosen[choice];
  const apply = () => {
    setTried(true);
    if (choice === null || value === undefined) return;
    const { id, appeal, applicant, server } = conflict;
    const payload = { conflict: id, appeal, applicant, choice, value, expected: server };
    void act.run([{ kind: 'conflict.resolve', payload }]);
  };
  const onKeyDown = useCompleteKey(apply);
  const side = (of: ConflictChoice, body: ReactNode, label: string, by?: string) => (
    <label className="side" data-checked={choice === of || undefined}>
      <span className="sideHead">
        <input
          type="radio"
          name={`choice-${conflict.id}`}
          value={of}
          checked={choice === of}
          onChange={() => setChoice(of)}
        />
        <span className="sideName">{label}</span>
        {by && <span className="small soft tabular">{by}</span>}
      </span>
      {body}
    </label>
  );
  return (
    <fieldset className="conflict" onKeyDown={onKeyDown}>
      <legend>{t('attention:conflict.title', { field: fieldLabel(i18n, field) })}</legend>
      <Was conflict={conflict} />
      <div className="sides">
        {side(
          'server',
          <SideValue conflict={conflict} value={conflict.server} />,
          t('attention:conflict.server'),
          useBy(conflict.serverName, conflict.serverAt),
        )}
        {side(
          'mine',
          <SideValue conflict={conflict} value={conflict.mine} />,
          t('attention:conflict.mine'),
          useBy(conflict.mineName, conflict.mineAt),
        )}
      </div>
      {side('other', null, t('attention:conflict.other'))}
      {choice === 'other' && (
        <OtherValue
          field={field}
          value={other}
          error={tried && written === undefined ? t('attention:conflict.invalid') : undefined}
          onChange={(input) => {
            setOther(input);
            keep(input);
          }}
        />
      )}
      {act.problem && <NoticeBar tone="danger">{problemText(i18n, act.problem, names)}</NoticeBar>}
      <div className="recordActions">
        <Button
          variant={choice === null ? 'default' : 'filled'}
          onClick={apply}
          aria-busy={act.busy}
          aria-disabled={act.busy}
          rightSection={<CommandKey command="complete" />}
        >
          {t('attention:conflict.apply')}
        </Button>
        {tried && choice === null && <span role="status">{t('attention:conflict.choose')}</span>}
      </div>
    </fieldset>
  );
}

function useBy(name: string, at: string): string {
  const { t } = useTexts();
  const format = useFormat();
  return t('attention:by', { name: name || '…', time: format.moment(at, Date.now()) });
}

/** What both began from: one line for a short value, folded away for a text. */
function Was({ conflict }: Pick<ConflictSidesProps, 'conflict'>) {
  const { t, i18n } = useTexts();
  const words = fieldWords(i18n, conflict.field, conflict.base);
  if (conflict.field !== 'text')
    return <p className="small soft">{`${t('attention:conflict.was')}: ${words}`}</p>;
  return (
    <details className="small soft">
      <summary>{t('attention:conflict.was')}</summary>
      <p className="recordText">{words}</p>
    </details>
  );
}

/** A value; in a text the words that were not there before are underlined. */
function SideValue({
  conflict,
  value,
}: {
  readonly conflict: AttentionConflict;
  readonly value: FieldValue;
}) {
  const { t, i18n } = useTexts();
  if (conflict.field !== 'text' || typeof value !== 'string' || typeof conflict.base !== 'string')
    return <span className="sideValue">{fieldWords(i18n, conflict.field, value)}</span>;
  let at = 0;
  return (
    <span className="recordText">
      {changedParts(conflict.base, value).map(({ text, isNew }) => {
        const key = at;
        at += text.length;
        return isNew ? (
          <ins key={key} title={t('attention:conflict.new')}>
            {text}
          </ins>
        ) : (
          <span key={key}>{text}</span>
        );
      })}
    </span>
  );
}

interface OtherValueProps {
  readonly field: AmendField;
  readonly value: string | boolean;
  readonly error: string | undefined;
  readonly onChange: (value: string | boolean) => void;
}

/** The input of a third value, of the kind the field needs. */
function OtherValue({ field, value, error, onChange }: OtherValueProps) {
  const { t, i18n } = useTexts();
  const label = t('attention:conflict.otherValue');
  if (SWITCHES.includes(field)) {
    return (
      <Switch
        checked={value === true}
        color={field === 'urgent' ? 'danger' : 'accent'}
        label={fieldLabel(i18n, field)}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    );
  }
  const text = String(value);
  if (field === 'topic') return <TopicSelect label={label} value={text} error={error} onChange={onChange} />;
  if (field === 'place.district' || field === 'applicant.address.district')
    return <DistrictSelect label={label} value={text} error={error} onChange={onChange} />;
  if (field === 'receiptSign' || field === 'socialStatus')
    return <FacetSelect facet={field} label={label} value={text} error={error} onChange={onChange} />;
  if (field === 'answerWay')
    return (
      <AnswerWaySelect
        value={AnswerWay.safeParse(text).data ?? null}
        onChange={(way) => onChange(way ?? '')}
      />
    );
  if (field === 'complainedOf')
    return (
      <AuthoritySelect label={label} value={text} error={error} proposed={[]} hint="" onChange={onChange} />
    );
  if (field === 'categories')
    return (
      <CategoryFields
        isNamedOnly
        resting={false}
        benefits={text
          .split(',')
          .filter(Boolean)
          .map((code) => ({ code, until: null, source: '' }))}
        onChange={(benefits) => onChange(benefits.map(({ code }) => code).join(','))}
      />
    );
  if (field === 'kind') {
    return (
      <ChoiceRow
        label={label}
        name={`other-${field}`}
        value={AppealKind.safeParse(text).data ?? null}
        choices={AppealKind.options.map((kind) => ({ value: kind, label: t(`appeal:kind.${kind}`) }))}
        onChange={onChange}
      />
    );
  }
  if (field === 'text') {
    return (
      <Textarea
        label={label}
        value={text}
        error={error}
        autosize
        minRows={4}
        maxRows={14}
        maxLength={100_000}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    );
  }
  return (
    <TextInput
      label={label}
      value={text}
      error={error}
      maxLength={300}
      autoComplete="off"
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
