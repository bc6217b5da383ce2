import { Button, Modal } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type FormEvent, useRef, useState } from 'react';
import { z } from 'zod';
import { type CardError, checkCard } from '../../src-shared/appeal/card.ts';
import { AMEND_FIELDS, type AmendField, cardOf, withField } from '../../src-shared/appeal/fields.ts';
import type { AppealDetail } from '../../src-shared/appeal/queries.ts';
import { emptiedField, type Registered } from '../../src-shared/appeal/storeAmended.ts';
import { AppealId } from '../../src-shared/brand.ts';
import type { FieldValue } from '../../src-shared/conflict/model.ts';
import { useCompleteKey } from '../frame/useCompleteKey.ts';
import { fieldLabels } from '../ui/fieldWords.ts';
import { NoticeBar } from '../ui/NoticeBar.tsx';
import { problemText } from '../ui/problemText.ts';
import { EmptyState, FailedState, LoadingState } from '../ui/StateView.tsx';
import { useUnfinished } from '../unfinished/useUnfinished.ts';
import { useQuery } from '../useQuery.ts';
import { useTexts } from '../useTexts.ts';
import { DialogButtons } from './AssignDialog.tsx';
import { CorrectionFields } from './CorrectionFields.tsx';
import {
  type CardInputs,
  type CardValues,
  cardInputs,
  cardValues,
  KeptInputs,
  KeptValues,
  valueMeant,
} from './cardValues.ts';
import { type AppealDialog, useAppeals } from './store.ts';
import { useAct } from './useAct.ts';

/** Corrects a registered appeal: every field is filled in, only those changed are sent, each with what stood there. */
export function AmendDialog({ dialog }: { readonly dialog: AppealDialog }) {
  const { t } = useTexts();
  const { value, problem, reload } = useQuery(
    'appeal.get',
    { appeal: AppealId.parse(dialog.appeal) },
    { records: ['appeal', 'applicant'] },
  );
  const close = () => useAppeals.getState().ask(null);
  return (
    <Modal
      opened
      onClose={close}
      size="46rem"
      title={t('appeal:amend.title', { number: dialog.number })}
      closeButtonProps={{ 'aria-label': t('frame:close') }}
    >
      {value?.applicant ? (
        <AmendForm
          dialog={dialog}
          detail={value}
          registered={{ appeal: value.appeal, applicant: value.applicant }}
        />
      ) : value === null || value?.applicant === null ? (
        <EmptyState title={t('appeal:record.missing')} />
      ) : problem ? (
        <FailedState problem={problem} onRetry={reload} />
      ) : (
        <LoadingState />
      )}
    </Modal>
  );
}

/** A correction as it was left: what its author saw, and what they made of it. */
const Correction = z.object({ base: KeptValues, inputs: KeptInputs });

interface FormProps {
  readonly dialog: AppealDialog;
  readonly detail: AppealDetail;
  readonly registered: Registered;
}

function AmendForm({ dialog, detail, registered }: FormProps) {
  const { t, i18n } = useTexts();
  const form = useRef<HTMLFormElement>(null);
  const now = cardValues(registered);
  const { left, keep, beginAgain } = useUnfinished(dialog.retry?.of ?? dialog.appeal, 'amend', Correction);
  // What the author saw: stays as it was when the dialog opened, whatever comes meanwhile.
  const [base, setBase] = useState<CardValues>({ ...now, ...left?.base });
  const [inputs, setInputs] = useState<CardInputs>({
    ...cardInputs({ ...now, ...dialog.retry?.values }),
    ...left?.inputs,
  });
  const [tried, setTried] = useState<'no' | 'nothing' | 'yes'>('no');
  const { ask } = useAppeals.getState();
  const act = useAct(() => {
    keep(null);
    ask(null);
    notifications.show({ message: t('appeal:amend.done', { number: dialog.number }) });
  });

  const changes = changesOf(base, inputs);
  const phoneWrong = changes.some(({ field, value }) => field === 'applicant.phone' && value === undefined);
  const errors = tried === 'yes' ? lackingAfter(registered, changes) : [];
  const change = (part: Partial<CardInputs>) => {
    const next = { ...inputs, ...part };
    setInputs(next);
    setTried('no');
    keep(changesOf(base, next).length > 0 ? { base, inputs: next } : null);
  };
  const startOver = () => {
    beginAgain();
    setBase(now);
    setInputs(cardInputs({ ...now, ...dialog.retry?.values }));
  };
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    if (changes.length === 0) return setTried('nothing');
    setTried('yes');
    const lacking =
      lackingAfter(registered, changes)[0]?.field ?? (phoneWrong ? 'applicant.phone' : undefined);
    if (lacking !== undefined) {
      form.current?.querySelector<HTMLElement>(`[data-field="${lacking}"]`)?.focus();
      return;
    }
    const { appeal, applicant } = registered;
    void act.run([
      {
        kind: 'appeal.amend',
        payload: {
          appeal: appeal.id,
          applicant: applicant.id,
          changes: changes.map(({ field, value }) => ({ field, value })),
        },
        base: changes.map(({ field }) => ({ field, value: base[field] })),
      },
      ...(dialog.retry?.settles ?? []),
    ]);
  };
  const onKeyDown = useCompleteKey(submit);
  const movedOn = AMEND_FIELDS.filter((field) => now[field] !== base[field]);
  return (
    <form ref={form} className="correction" onSubmit={submit} onKeyDown={onKeyDown} noValidate>
      {left !== undefined && (
        <NoticeBar
          action={
            <Button size="compact-sm" variant="subtle" onClick={startOver}>
              {t('appeal:amend.again')}
            </Button>
          }
        >
          {t('appeal:amend.continued')}
        </NoticeBar>
      )}
      {movedOn.length > 0 && (
        <NoticeBar tone="warn">{t('appeal:amend.movedOn', { fields: fieldLabels(i18n, movedOn) })}</NoticeBar>
      )}
      <CorrectionFields
        inputs={inputs}
        type={registered.applicant.type}
        errors={errors}
        phoneWrong={tried === 'yes' && phoneWrong}
        onChange={change}
      />
      {act.problem && <NoticeBar tone="danger">{problemText(i18n, act.problem, detail.names)}</NoticeBar>}
      {tried === 'nothing' && <NoticeBar>{t('appeal:amend.nothing')}</NoticeBar>}
      <DialogButtons
        label={t('appeal:amend.confirm')}
        command="complete"
        busy={act.busy}
        onCancel={() => ask(null)}
      />
    </form>
  );
}

interface Change {
  readonly field: AmendField;
  /** Undefined when the field cannot hold what was written. */
  readonly value: FieldValue | undefined;
}

function changesOf(base: CardValues, inputs: CardInputs): Change[] {
  return AMEND_FIELDS.map((field) => ({
    field,
    value: valueMeant(field, inputs[field], base[field]),
  })).filter(({ field, value }) => value !== base[field]);
}

/** What the card would lack because of these changes; the same rule refuses them at the centre. */
function lackingAfter(registered: Registered, changes: readonly Change[]): CardError[] {
  let after = registered;
  for (const { field, value } of changes) if (value !== undefined) after = withField(after, field, value);
  const field = emptiedField(registered, after, AMEND_FIELDS);
  return field === undefined ? [] : checkCard(cardOf(after)).filter((error) => error.field === field);
}
