import { Button, CloseButton, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { changedParts } from '../../src-shared/applicant/fields.ts';
import type { Applicant } from '../../src-shared/applicant/model.ts';
import { displayPhone, recognisePhone } from '../../src-shared/applicant/phone.ts';
import { useAct } from '../appeal/useAct.ts';
import { AddressFields } from '../call/AddressFields.tsx';
import { CategoryFields } from '../call/CategoryFields.tsx';
import { FacetSelect } from '../ui/CatalogSelects.tsx';
import { NoticeBar } from '../ui/NoticeBar.tsx';
import { problemText } from '../ui/problemText.ts';
import { useTexts } from '../useTexts.ts';
import { cardOfForm, formOf, type PhoneRow } from './editForm.ts';

interface ApplicantEditProps {
  readonly card: Applicant;
  readonly onDone: () => void;
}

/** Corrects a card. Only what was changed is sent, with what stood there before, so that nobody's other change is overwritten. */
export function ApplicantEdit({ card, onDone }: ApplicantEditProps) {
  const { t, i18n } = useTexts();
  const [before] = useState(card);
  const [form, setForm] = useState(() => formOf(card));
  const [tried, setTried] = useState(false);
  const { busy, problem, run } = useAct(onDone);
  const change = (part: Partial<typeof form>) => setForm({ ...form, ...part });
  const isWrong = form.phones.some((row) => phoneError(row) || timeError(row));
  const save = () => {
    setTried(true);
    if (isWrong) return;
    const parts = changedParts(before, cardOfForm(before, form));
    if (parts.length === 0) return onDone();
    void run([
      {
        kind: 'applicant.amend',
        payload: { applicant: before.id, changes: parts.map(({ field, value }) => ({ field, value })) },
        base: parts.map(({ field, base }) => ({ field, value: base })),
      },
    ]);
  };
  const text = (field: 'surname' | 'givenName' | 'patronymic' | 'organisation' | 'email', max: number) => (
    <TextInput
      label={t(`applicant:${field}`)}
      value={form[field]}
      maxLength={max}
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => change({ [field]: event.currentTarget.value })}
    />
  );
  const row = (index: number, part: Partial<PhoneRow>) =>
    change({ phones: form.phones.map((one, at) => (at === index ? { ...one, ...part } : one)) });
  return (
    <form
      className="applicantEdit"
      aria-label={t('applicant:edit.title')}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      {card.type !== 'person' && text('organisation', 300)}
      {text('surname', 100)}
      <div className="fieldRow">
        {text('givenName', 100)}
        {text('patronymic', 100)}
      </div>
      {form.phones.map((one, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines of the form stand in their order and have no other name
        <div key={index} className="phoneRow">
          <TextInput
            label={t('applicant:phones.number')}
            value={one.raw}
            maxLength={40}
            error={tried && phoneError(one) ? t('applicant:phones.wrong') : undefined}
            onChange={(event) => row(index, { raw: event.currentTarget.value })}
          />
          <TextInput
            label={t('applicant:phones.who')}
            value={one.answeredBy}
            maxLength={120}
            onChange={(event) => row(index, { answeredBy: event.currentTarget.value })}
          />
          <TextInput
            label={t('applicant:phones.notAfter')}
            value={one.notAfter}
            maxLength={5}
            error={tried && timeError(one) ? t('applicant:notAfter.wrong') : undefined}
            onChange={(event) => row(index, { notAfter: event.currentTarget.value })}
          />
          <CloseButton
            aria-label={t('applicant:phones.remove', { phone: displayPhone(one.raw) })}
            onClick={() => change({ phones: form.phones.filter((_, at) => at !== index) })}
          />
        </div>
      ))}
      <button
        type="button"
        className="callerAct"
        onClick={() => change({ phones: [...form.phones, { raw: '', answeredBy: '', notAfter: '' }] })}
      >
        {t('applicant:phones.add')}
      </button>
      <AddressFields
        value={form.address}
        path="applicant.address"
        errors={[]}
        resting={busy}
        onChange={(address) => change({ address })}
      />
      {form.addresses.map((one, index) => {
        const put = (part: Partial<typeof one>) =>
          change({
            addresses: form.addresses.map((other, at) => (at === index ? { ...other, ...part } : other)),
          });
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines of the form stand in their order and have no other name
          <fieldset key={index} className="cardGroup">
            <div className="phoneRow">
              <TextInput
                label={t('applicant:addresses.note')}
                value={one.note}
                maxLength={120}
                onChange={(event) => put({ note: event.currentTarget.value })}
              />
              <CloseButton
                aria-label={t('applicant:addresses.remove')}
                onClick={() => change({ addresses: form.addresses.filter((_, at) => at !== index) })}
              />
            </div>
            <AddressFields
              value={one.address}
              path="applicant.address"
              errors={[]}
              resting={busy}
              onChange={(address) => put({ address })}
            />
          </fieldset>
        );
      })}
      <button
        type="button"
        className="callerAct"
        onClick={() =>
          change({
            addresses: [
              ...form.addresses,
              { note: '', address: { district: '', settlement: '', street: '' } },
            ],
          })
        }
      >
        {t('applicant:addresses.add')}
      </button>
      {text('email', 200)}
      <Textarea
        label={t('applicant:needs')}
        placeholder={t('applicant:needs.placeholder')}
        value={form.needs}
        maxLength={1000}
        autosize
        minRows={2}
        onChange={(event) => change({ needs: event.currentTarget.value })}
      />
      {card.type === 'person' && (
        <>
          <CategoryFields
            benefits={form.benefits}
            resting={busy}
            onChange={(benefits) => change({ benefits })}
          />
          <FacetSelect
            facet="socialStatus"
            label={t('applicant:socialStatus')}
            value={form.socialStatus}
            disabled={busy}
            onChange={(socialStatus) => change({ socialStatus })}
          />
        </>
      )}
      {problem && <NoticeBar tone="danger">{problemText(i18n, problem)}</NoticeBar>}
      <div className="recordActions">
        <Button type="submit" loading={busy}>
          {t('applicant:edit.save')}
        </Button>
        <Button variant="default" onClick={onDone}>
          {t('applicant:edit.cancel')}
        </Button>
      </div>
    </form>
  );
}

function phoneError({ raw }: PhoneRow): boolean {
  return raw.trim() !== '' && recognisePhone(raw) === null;
}

function timeError({ notAfter }: PhoneRow): boolean {
  return notAfter.trim() !== '' && !/^([01]\d|2[0-3]):[0-5]\d$/.test(notAfter.trim());
}
