import { type CardError, type CardField, checkCard } from '../../src-shared/appeal/card.ts';
import type { AppealCard } from '../../src-shared/appeal/model.ts';
import type { Address } from '../../src-shared/applicant/model.ts';
import { recognisePhone } from '../../src-shared/applicant/phone.ts';
import type { CallCode, NoteLine } from '../../src-shared/call/model.ts';
import { notesText } from '../../src-shared/call/notes.ts';
import type { InputOf } from '../../src-shared/ipc/contract.ts';
import { unansweredCommands } from '../question/asking.ts';
import { lineFacts } from '../telephony/lineFacts.ts';
import { amendOfKnown, knownApplicant } from './knownApplicant.ts';
import type { OpenCall } from './openCall.ts';

/** Longest line and most lines of one `call.note`, as its schema allows. */
const LINE_CHARACTERS = 4000;
const LINES_PER_NOTE = 2000;
/** Longest note of `appeal.inquire`. */
const LONGEST_NOTE = 20_000;

type Submission = InputOf<'command.submit'>;
type SubmittedCommand = Submission['commands'][number];

/** Substance of the appeal: what was typed, else the notes. */
export function appealText(call: OpenCall): string {
  return call.appeal.text ?? notesText(call.lines.slice(call.appeal.linesBefore)).trim();
}

/** The card as it is registered: white space trimmed, the phone in its stored form, the place filled in, nothing empty beside it. */
export function appealCard(call: OpenCall): AppealCard {
  const { appeal } = call;
  const address = trimmedAddress(appeal.address);
  return {
    kind: appeal.kind,
    topic: appeal.topic,
    applicant: knownApplicant(call, applicantCard(call, address)),
    place: appeal.placeSame ? address : trimmedAddress(appeal.place),
    text: appealText(call).trim(),
    urgent: appeal.urgent,
    ...filled({
      urgentReason: appeal.urgent ? appeal.urgentReason : '',
      receiptSign: appeal.receiptSign,
      previous: appeal.previous,
      problem: appeal.problem,
      collective: appeal.collective,
      anonymous: appeal.anonymous,
      complainedOf: appeal.kind === 'complaint' ? appeal.complainedOf : '',
      answerWay: appeal.answerWay,
      remark: appeal.remark,
      confidential: appeal.confidential,
    }),
  } as AppealCard;
}

/** Who appeals, as recorded. Sex, categories and social status are those of a person (resolution 858, facets 4, 7 and 8). */
function applicantCard(call: OpenCall, address: Address): AppealCard['applicant'] {
  const { appeal } = call;
  const isPerson = appeal.type === 'person';
  const name = (value: string, isWanted = true) => (appeal.anonymous || !isWanted ? '' : value.trim());
  return {
    id: appeal.applicant,
    type: appeal.type,
    surname: name(appeal.surname),
    givenName: name(appeal.givenName),
    patronymic: name(appeal.patronymic),
    organisation: name(appeal.organisation, !isPerson),
    phone: phoneOf(call).phone,
    address,
    ...filled({
      phones: appeal.phones,
      addresses: appeal.addresses,
      email: appeal.email,
      needs: appeal.needs,
      ...(isPerson ? { sex: appeal.sex, socialStatus: appeal.socialStatus, benefits: appeal.benefits } : {}),
    }),
  } as AppealCard['applicant'];
}

/** What is there of optional parts: an older centre understands a card that uses none of them. */
function filled(parts: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const trimmed = Object.entries(parts).map(
    ([key, value]) => [key, typeof value === 'string' ? value.trim() : value] as const,
  );
  const isEmpty = (value: unknown) =>
    value === '' || value === null || value === false || (Array.isArray(value) && value.length === 0);
  return Object.fromEntries(trimmed.filter(([, value]) => !isEmpty(value)));
}

/** An address without spaces around its parts; what is not known of the directory's part is left out. */
function trimmedAddress({ district, settlement, street, ...known }: Address): Address {
  const parts = Object.entries(known).map(([key, value]) => [key, value?.trim() ?? ''] as const);
  return {
    district: district.trim(),
    settlement: settlement.trim(),
    street: street.trim(),
    ...Object.fromEntries(parts.filter(([, value]) => value !== '')),
  };
}

/** What the card still lacks, each at the field that is on the screen: one place serves for both addresses when they are the same. */
export function appealErrors(call: OpenCall): CardError[] {
  return checkCard(appealCard(call)).map((error) => {
    if (!call.appeal.placeSame || !error.field.startsWith('place.')) return error;
    return { ...error, field: `applicant.address.${error.field.slice('place.'.length)}` as CardField };
  });
}

/** The pad's lines as they are recorded: without empty ends, over-long lines cut into several with one stamp. */
export function recordedLines(lines: readonly NoteLine[]): NoteLine[] {
  const written = [...lines];
  while (written.at(-1)?.text.trim() === '') written.pop();
  while (written[0]?.text.trim() === '') written.shift();
  return written.flatMap(({ atMs, text }) => {
    const parts = text.match(new RegExp(`[^]{1,${LINE_CHARACTERS}}`, 'g')) ?? [''];
    return parts.map((part) => ({ atMs: Math.max(0, Math.round(atMs)), text: part }));
  });
}

/** The pad as it is recorded with the end of a call. */
export function noteCommands(call: OpenCall): SubmittedCommand[] {
  const lines = recordedLines(call.lines);
  const commands: SubmittedCommand[] = [];
  for (let from = 0; from < lines.length; from += LINES_PER_NOTE) {
    const part = lines.slice(from, from + LINES_PER_NOTE);
    commands.push({ kind: 'call.note', payload: { call: call.id, lines: part } });
  }
  if (call.tags.length > 0)
    commands.push({ kind: 'call.tag', payload: { call: call.id, tags: [...call.tags] } });
  return commands;
}

/** The number as typed, cut to what a record holds, and as recognised. */
function phoneOf(call: OpenCall) {
  return { phone: recognisePhone(call.phoneRaw)?.e164 ?? null, phoneRaw: call.phoneRaw.trim().slice(0, 80) };
}

/** The end of the call. @param code null where something was recorded in it */
export function finishCommand(call: OpenCall, code: CallCode | null): SubmittedCommand {
  const { line, times } = lineFacts(call.id);
  const told = { ...(call.ended === null ? {} : { ended: call.ended }), ...times };
  const onLine = { ...(line && { line }), ...(Object.keys(told).length > 0 && { times: told }) };
  return { kind: 'call.finish', payload: { call: call.id, ...phoneOf(call), code, ...onLine } };
}

/** Commands that complete a call: all or nothing, and its drafts with them. */
export function submission(call: OpenCall, action: string, commands: SubmittedCommand[]): Submission {
  return { action, commands, consumes: [{ call: call.id, field: null }] } as Submission;
}

/** The call begins. Repeating it is harmless: its action is fixed. */
export function startSubmission(call: OpenCall): Submission {
  const start = { kind: 'call.start', payload: { call: call.id, ...phoneOf(call), ...lineFacts(call.id) } };
  return { action: call.startAction, commands: [start], consumes: [] };
}

/** Notes, consultation, end of the call: one act, all or nothing. */
export function consultationSubmission(call: OpenCall): Submission {
  const { id, topic, district, answer, notOurs, article, action } = call.consultation;
  return submission(call, action, [
    ...noteCommands(call),
    {
      kind: 'consultation.record',
      payload: {
        consultation: id,
        call: call.id,
        topic,
        district,
        answer: answer.trim(),
        ...filled({ notOurs, article }),
      },
    },
    ...unansweredCommands(call),
    finishCommand(call, null),
  ]);
}

/** The files of the card, attached to the appeal that the same act registers. */
function attachCommands({ appeal }: OpenCall): SubmittedCommand[] {
  return appeal.files.map((file) => ({ kind: 'appeal.attach', payload: { appeal: appeal.id, file } }));
}

/** Notes, registration, end of the call: one act, all or nothing. */
export function appealSubmission(call: OpenCall): Submission {
  const { id, action } = call.appeal;
  const card = appealCard(call);
  // Registering keeps the card of a known person as it is: what was typed about them goes by an act of its own.
  const amend = amendOfKnown(call, card.applicant) ?? [];
  if (call.paper !== null) {
    const { number, takenAt } = call.paper;
    const payload = { appeal: id, call: null, card, paper: { takenAt } };
    return submission(call, action, [
      { kind: 'appeal.register', payload, number },
      ...attachCommands(call),
      ...[amend].flat(),
    ]);
  }
  return submission(call, action, [
    ...noteCommands(call),
    { kind: 'appeal.register', payload: { appeal: id, call: call.id, card } },
    ...attachCommands(call),
    ...[amend].flat(),
    ...unansweredCommands(call),
    finishCommand(call, null),
  ]);
}

/**
 * Notes, the caller joining an appeal of another, end of the call: one act, all or nothing.
 * @param appeal the appeal that is there already
 */
export function joinSubmission(call: OpenCall, appeal: string): Submission {
  const { applicant } = appealCard(call);
  return submission(call, call.appeal.action, [
    ...noteCommands(call),
    { kind: 'appeal.join', payload: { appeal, call: call.id, applicant } },
    finishCommand(call, null),
  ]);
}

/**
 * The caller asked how a registered appeal stands: notes, the question, end of the call. Identities are those of the consultation
 * it counts as, so that a repeat does it once.
 */
export function inquirySubmission(call: OpenCall, appeal: string): Submission {
  const { id, action } = call.consultation;
  const note = notesText(call.lines).trim().slice(0, LONGEST_NOTE);
  return submission(call, action, [
    ...noteCommands(call),
    { kind: 'appeal.inquire', payload: { appeal, call: call.id, consultation: id, note } },
    finishCommand(call, null),
  ]);
}

/**
 * One of several questions, while the call goes on: its registration with its files. Notes and the end of the call come with the last one; only the
 * card is consumed.
 */
export function questionSubmission(call: OpenCall): Submission {
  const { id, action } = call.appeal;
  const card = appealCard(call);
  const commands = [
    { kind: 'appeal.register', payload: { appeal: id, call: call.id, card } },
    ...attachCommands(call),
    ...[amendOfKnown(call, card.applicant) ?? []].flat(),
  ];
  return { action, commands, consumes: [{ call: call.id, field: 'appeal' }] } as Submission;
}

/** No further question: notes and end of a call whose appeals are registered. */
export function questionsEndSubmission(call: OpenCall): Submission {
  return submission(call, call.endAction, [...noteCommands(call), finishCommand(call, null)]);
}

/** The same question while the call and its card go on: nothing else of the call is recorded yet. */
export function inquiryAside(
  call: OpenCall,
  appeal: string,
  action: string,
  consultation: string,
): Submission {
  const note = notesText(call.lines).trim().slice(0, LONGEST_NOTE);
  const payload = { appeal, call: call.id, consultation, note };
  return { action, commands: [{ kind: 'appeal.inquire', payload }], consumes: [] } as Submission;
}

/** Whether a card holds words that completing something else would leave behind; a chosen person's own data are none. */
export function hasOwnWords(call: OpenCall): boolean {
  const { consultation, appeal } = call;
  const typed = [consultation.topic, consultation.answer, appeal.topic, appeal.text ?? '', appeal.remark];
  const named = appeal.chosen === null ? [appeal.surname, appeal.givenName, appeal.organisation] : [];
  return appeal.kind !== null || [...typed, ...named].some((text) => text.trim() !== '');
}

/** The call brought nothing to record; its notes stay with it. */
export function endSubmission(call: OpenCall, code: CallCode): Submission {
  return submission(call, call.endAction, [
    ...noteCommands(call),
    ...unansweredCommands(call),
    finishCommand(call, code),
  ]);
}

/** Whether anything of a card was filled in that ending without a record would leave behind. */
export function hasCardContent(call: OpenCall): boolean {
  const { consultation, appeal } = call;
  const typed = [
    consultation.topic,
    consultation.answer,
    appeal.topic,
    appeal.surname,
    appeal.givenName,
    appeal.organisation,
    appeal.address.settlement,
    appeal.address.street,
    appeal.text ?? '',
    appeal.remark,
    appeal.needs,
  ];
  return appeal.kind !== null || typed.some((text) => text.trim() !== '');
}
