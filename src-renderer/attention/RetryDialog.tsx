import { Modal, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type FormEvent, useRef, useState } from 'react';
import { v7 as mint } from 'uuid';
import { z } from 'zod';
import { checkCard } from '../../src-shared/appeal/card.ts';
import { readCardField, withCardField } from '../../src-shared/appeal/cardFields.ts';
import { AMEND_FIELDS, type AmendField } from '../../src-shared/appeal/fields.ts';
import type { AppealCard } from '../../src-shared/appeal/model.ts';
import type { AttentionItem } from '../../src-shared/attention/queries.ts';
import type { NoteLine } from '../../src-shared/call/model.ts';
import { notesText, restamp } from '../../src-shared/call/notes.ts';
import type { FieldValue } from '../../src-shared/conflict/model.ts';
import { checkConsultation } from '../../src-shared/consultation/card.ts';
import { DialogButtons } from '../appeal/AssignDialog.tsx';
import { CorrectionFields } from '../appeal/CorrectionFields.tsx';
import {
  type CardInputs,
  type CardValues,
  cardInputs,
  KeptInputs,
  valueMeant,
} from '../appeal/cardValues.ts';
import { useAct } from '../appeal/useAct.ts';
import { useCompleteKey } from '../frame/useCompleteKey.ts';
import { DistrictSelect, TopicSelect } from '../ui/CatalogSelects.tsx';
import { NoticeBar } from '../ui/NoticeBar.tsx';
import { problemText } from '../ui/problemText.ts';
import { useUnfinished } from '../unfinished/useUnfinished.ts';
import { useTexts } from '../useTexts.ts';
import { sendingAgain } from './settling.ts';

interface RetryProps {
  readonly item: AttentionItem;
  readonly names: Readonly<Record<string, string>>;
  readonly onClose: () => void;
}

/** Kinds that are corrected in a form of their own here; the others are corrected where they are given. */
export const RETRY_FORMS: readonly string[] = ['appeal.register', 'consultation.record', 'call.note'];

/** What the centre did not accept, filled in again to be corrected and sent as a new command. */
export function RetryDialog({ item, names, onClose }: RetryProps) {
  const { t } = useTexts();
  return (
    <Modal
      opened
      onClose={onClose}
      size="46rem"
      title={t('attention:retry')}
      closeButtonProps={{ 'aria-label': t('frame:close') }}
    >
      {item.kind === 'appeal.register' && <RegistrationForm item={item} names={names} onClose={onClose} />}
      {item.kind === 'consultation.record' && (
        <ConsultationForm item={item} names={names} onClose={onClose} />
      )}
      {item.kind === 'call.note' && <NoteForm item={item} names={names} onClose={onClose} />}
    </Modal>
  );
}

/** One act that sends a corrected command and ends the attention of the first. */
function useRetry<T>({ item, onClose }: RetryProps, shape: z.ZodType<T>) {
  const { t } = useTexts();
  const unfinished = useUnfinished(item.command, 'retry', shape);
  const act = useAct(() => {
    unfinished.keep(null);
    onClose();
    notifications.show({ message: t('attention:retry.done') });
  });
  return {
    ...act,
    ...unfinished,
    send: (payload: Record<string, unknown>) => void act.run(sendingAgain(item, payload)),
  };
}

interface FormFrameProps extends RetryProps {
  readonly retry: Pick<ReturnType<typeof useAct>, 'problem' | 'busy'>;
  readonly onSend: () => void;
  readonly children: React.ReactNode;
}

function FormFrame({ retry, names, onClose, onSend, children }: FormFrameProps) {
  const { t, i18n } = useTexts();
  const onKeyDown = useCompleteKey(onSend);
  return (
    <form
      className="correction"
      noValidate
      onKeyDown={onKeyDown}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        onSend();
      }}
    >
      {children}
      {retry.problem && <NoticeBar tone="danger">{problemText(i18n, retry.problem, names)}</NoticeBar>}
      <DialogButtons
        label={t('attention:retry.send')}
        command="complete"
        busy={retry.busy}
        onCancel={onClose}
      />
    </form>
  );
}

function RegistrationForm(props: RetryProps) {
  const { t } = useTexts();
  const retry = useRetry(props, KeptInputs);
  const { item } = props;
  const card = item.payload.card as AppealCard;
  const before = valuesOfCard(card);
  const [inputs, setInputs] = useState<CardInputs>({ ...cardInputs(before), ...retry.left });
  const [tried, setTried] = useState(false);
  const body = useRef<HTMLDivElement>(null);
  const values = Object.fromEntries(
    AMEND_FIELDS.map((field) => [field, valueMeant(field, inputs[field], before[field])]),
  ) as Record<AmendField, FieldValue | undefined>;
  const corrected = cardWith(card, values);
  const errors = tried ? checkCard(corrected) : [];
  const phoneWrong = values['applicant.phone'] === undefined;
  const send = () => {
    setTried(true);
    const missing = checkCard(corrected)[0]?.field ?? (phoneWrong ? 'applicant.phone' : undefined);
    if (missing === undefined) return retry.send(registrationOf(item, corrected));
    body.current?.querySelector<HTMLElement>(`[data-field="${missing}"]`)?.focus();
  };
  return (
    <FormFrame {...props} retry={retry} onSend={send}>
      {item.number !== null && (
        <NoticeBar>
          {t(item.keepsNumber ? 'attention:retry.keepsNumber' : 'attention:retry.newNumber', {
            number: item.number,
          })}
        </NoticeBar>
      )}
      <div ref={body} className="correction">
        <CorrectionFields
          inputs={inputs}
          type={card.applicant.type}
          errors={errors}
          phoneWrong={tried && phoneWrong}
          onChange={(part) => {
            setInputs({ ...inputs, ...part });
            retry.keep({ ...inputs, ...part });
          }}
        />
      </div>
    </FormFrame>
  );
}

/** A registration of its own: the first one's identity may be taken. Without the call when the centre knows of no such call. */
function registrationOf(item: AttentionItem, card: AppealCard): Record<string, unknown> {
  const call = item.code === 'call_unknown' ? null : item.payload.call;
  return { ...item.payload, appeal: mint(), call, card };
}

function valuesOfCard(card: AppealCard): CardValues {
  return Object.fromEntries(AMEND_FIELDS.map((field) => [field, readCardField(card, field)])) as CardValues;
}

/** The card with what the fields now hold; what none can hold is left empty and said. */
function cardWith(
  card: AppealCard,
  values: Readonly<Record<AmendField, FieldValue | undefined>>,
): AppealCard {
  let corrected = card;
  for (const field of AMEND_FIELDS) {
    const value = values[field] ?? (field === 'kind' || field === 'applicant.phone' ? null : '');
    corrected = withCardField(corrected, field, value);
  }
  return corrected;
}

const ConsultationText = z.object({ topic: z.string(), district: z.string(), answer: z.string() });

function ConsultationForm(props: RetryProps) {
  const { t } = useTexts();
  const { payload } = props.item;
  const sent = {
    topic: String(payload.topic),
    district: String(payload.district),
    answer: String(payload.answer),
  };
  const retry = useRetry(props, ConsultationText);
  const [card, setCard] = useState(retry.left ?? sent);
  const [tried, setTried] = useState(false);
  const { topic, district, answer } = card;
  const change = (part: Partial<typeof sent>) => {
    setCard({ ...card, ...part });
    retry.keep({ ...card, ...part });
  };
  const missing = checkConsultation({ topic });
  const send = () => {
    setTried(true);
    if (missing) return;
    retry.send({ ...payload, consultation: mint(), topic, district, answer });
  };
  return (
    <FormFrame {...props} retry={retry} onSend={send}>
      <TopicSelect
        label={t('consultation:topic')}
        value={topic}
        error={tried && missing ? t('cardError:topic_required') : undefined}
        onChange={(chosen) => change({ topic: chosen })}
      />
      <DistrictSelect
        label={t('consultation:district')}
        value={district}
        onChange={(chosen) => change({ district: chosen })}
      />
      <Textarea
        label={t('consultation:answer')}
        value={answer}
        maxLength={20_000}
        autosize
        minRows={4}
        maxRows={14}
        data-autofocus
        onChange={(event) => change({ answer: event.currentTarget.value })}
      />
    </FormFrame>
  );
}

function NoteForm(props: RetryProps) {
  const { t } = useTexts();
  const retry = useRetry(props, z.string());
  const lines = props.item.payload.lines as NoteLine[];
  const [text, setText] = useState(retry.left ?? notesText(lines));
  return (
    <FormFrame
      {...props}
      retry={retry}
      onSend={() =>
        retry.send({ ...props.item.payload, lines: restamp(lines, text, lines.at(-1)?.atMs ?? 0) })
      }
    >
      <Textarea
        label={t('call:pad')}
        value={text}
        autosize
        minRows={4}
        maxRows={16}
        data-autofocus
        onChange={(event) => {
          setText(event.currentTarget.value);
          retry.keep(event.currentTarget.value);
        }}
      />
    </FormFrame>
  );
}
