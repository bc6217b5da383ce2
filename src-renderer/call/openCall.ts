import { z } from 'zod';
import { AnswerWay, AppealKind } from '../../src-shared/appeal/model.ts';
import {
  Address,
  ApplicantAddress,
  ApplicantCard,
  ApplicantPhone,
  ApplicantType,
  Benefit,
} from '../../src-shared/applicant/model.ts';
import { FileFacts } from '../../src-shared/attachment/model.ts';
import type { NoteLine } from '../../src-shared/call/model.ts';
import { DangerKind } from '../../src-shared/danger/model.ts';
import { Tag } from '../../src-shared/tag/model.ts';
import { Mark } from '../../src-shared/telephony/line.ts';

/** A question of a call that was registered while the call goes on. */
export const RegisteredQuestion = z.object({
  appeal: z.string(),
  number: z.string(),
  topic: z.string(),
  urgent: z.boolean(),
});
export type RegisteredQuestion = z.infer<typeof RegisteredQuestion>;

/** What became of a danger that was recognised: the caller was told at a moment, or it is not one. */
export const AnsweredDanger = z.object({ kind: DangerKind, toldAt: z.string().nullable() });
export type AnsweredDanger = z.infer<typeof AnsweredDanger>;

/** Draft field `call`: what belongs to the call itself and to the way it is shown. */
export const CallDraft = z.object({
  startedAt: z.string(),
  startAction: z.string(),
  endAction: z.string(),
  tab: z.enum(['consultation', 'appeal']),
  paper: z.object({ number: z.string(), takenAt: z.string() }).nullable().default(null),
  registered: z.array(RegisteredQuestion).default([]),
  /** When the talk ended and whose word that is; the card may still be completed. Null while people talk. */
  ended: Mark.nullable().default(null),
  dangers: z.array(AnsweredDanger).default([]),
  /** When the card was discarded as opened by mistake; it can be brought back for a while. */
  discardedAt: z.string().nullable().default(null),
  tags: z.array(Tag).default([]),
  facts: z.array(z.string()).default([]),
});

/** What was read off a paper blank: its number, and when the call was. */
export type PaperEntry = NonNullable<z.infer<typeof CallDraft>['paper']>;

/** Draft field `consultation`. `action` is fixed with the card, so that completing it twice does it once. */
export const ConsultationDraft = z.object({
  action: z.string(),
  id: z.string(),
  topic: z.string(),
  district: z.string(),
  answer: z.string(),
  /** Id of the body the caller was sent to; empty for a matter of this centre. */
  notOurs: z.string().default(''),
  /** The article the answer was taken from; empty for one of the operator's own. */
  article: z.string().default(''),
  /** Words typed to find a ready answer. */
  sought: z.string().default(''),
  /** What the last search did not find; it goes to the editors with the end of the call. */
  unanswered: z.object({ id: z.string(), text: z.string() }).nullable().default(null),
  /** The words for which the editors were told already that there is no answer. */
  told: z.string().default(''),
});
export type ConsultationDraft = z.infer<typeof ConsultationDraft>;

/** Draft field `appeal`. `text` null: taken from the notes. `textBefore`: what was typed before the notes were taken again. */
export const AppealDraft = z.object({
  action: z.string(),
  id: z.string(),
  applicant: z.string(),
  kind: AppealKind.nullable(),
  topic: z.string(),
  type: ApplicantType,
  surname: z.string(),
  givenName: z.string(),
  patronymic: z.string(),
  organisation: z.string(),
  address: z.object(Address.shape),
  placeSame: z.boolean(),
  place: z.object(Address.shape),
  text: z.string().nullable(),
  textBefore: z.string().nullable(),
  urgent: z.boolean(),
  // Since version 3 of the card: drafts written before lack them.
  urgentReason: z.string().default(''),
  /** The card as it was before it was cleared, as JSON; null when it was not. */
  cleared: z.string().nullable().default(null),
  /** Kept on this disk already; attached in the act that registers. */
  files: z.array(FileFacts).default([]),
  /** Lines of the pad that belong to questions registered before: the text is taken from those after them. */
  linesBefore: z.int().nonnegative().default(0),
  /** Empty: the first of its kind, until the operator says otherwise. */
  receiptSign: z.string().default(''),
  previous: z.string().nullable().default(null),
  /** The sign and earlier appeal that the operator said no to. */
  signRefused: z.string().default(''),
  problem: z.string().nullable().default(null),
  /** Ids of the questions of a script that were left out. */
  skipped: z.array(z.string()).default([]),
  collective: z.boolean().default(false),
  /** The caller would not give a name. What was typed stays in the draft and is not recorded. */
  anonymous: z.boolean().default(false),
  /** Id of the body complained of; counts only while the kind is a complaint. */
  complainedOf: z.string().default(''),
  answerWay: AnswerWay.nullable().default(null),
  remark: z.string().default(''),
  confidential: z.boolean().default(false),
  email: z.string().default(''),
  sex: z.string().default(''),
  socialStatus: z.string().default(''),
  needs: z.string().default(''),
  benefits: z.array(Benefit).default([]),
  phones: z.array(ApplicantPhone).default([]),
  addresses: z.array(ApplicantAddress).default([]),
  /** The person of the register who is calling: their card as it was then, null where it is protected; and what was typed before. */
  chosen: z
    .object({
      id: z.string(),
      name: z.string(),
      card: ApplicantCard.nullable(),
      before: z.record(z.string(), z.unknown()),
    })
    .nullable()
    .default(null),
});
export type AppealDraft = z.infer<typeof AppealDraft>;

/** A call somebody is working on: all that is on the screen of it, and nothing of any other call. */
export interface OpenCall {
  readonly id: string;
  readonly startedAt: string;
  readonly startAction: string;
  readonly endAction: string;
  readonly tab: 'consultation' | 'appeal';
  /** Entered from a paper blank: no call of its own, the one on paper is over. Null for a call that is heard now. */
  readonly paper: PaperEntry | null;
  /** End of the talk, by the line or by the operator; null while it goes on. What follows is the work after the call. */
  readonly ended: Mark | null;
  /** Questions of this call that are registered already, read back together at its end. */
  readonly registered: readonly RegisteredQuestion[];
  /** Dangers to life that need no more telling in this call. */
  readonly dangers: readonly AnsweredDanger[];
  /** When it was discarded as opened by mistake; null for a card that is worked on. */
  readonly discardedAt: string | null;
  readonly tags: readonly Tag[];
  /** Facts of the notes that were taken or left, by `factKey`. */
  readonly facts: readonly string[];
  readonly phoneRaw: string;
  readonly lines: readonly NoteLine[];
  readonly consultation: ConsultationDraft;
  readonly appeal: AppealDraft;
  /** A part of the draft could not be read back; it stays in the database. */
  readonly damaged: boolean;
}

const NOWHERE = { district: '', settlement: '', street: '' } as const;

/**
 * A call without a word in it.
 * @param mint gives a new identity each time
 * @param startedAt instant
 */
export function newCall(id: string, startedAt: string, mint: () => string): OpenCall {
  return {
    id,
    startedAt,
    startAction: mint(),
    endAction: mint(),
    tab: 'consultation',
    paper: null,
    registered: [],
    ended: null,
    dangers: [],
    discardedAt: null,
    tags: [],
    facts: [],
    phoneRaw: '',
    lines: [{ atMs: 0, text: '' }],
    consultation: {
      action: mint(),
      id: mint(),
      topic: '',
      district: '',
      answer: '',
      notOurs: '',
      article: '',
      sought: '',
      unanswered: null,
      told: '',
    },
    appeal: newAppeal(mint),
    damaged: false,
  };
}

/** A card of an appeal with nothing in it. */
export function newAppeal(mint: () => string): AppealDraft {
  return AppealDraft.parse({
    action: mint(),
    id: mint(),
    applicant: mint(),
    kind: null,
    topic: '',
    type: 'person',
    surname: '',
    givenName: '',
    patronymic: '',
    organisation: '',
    address: NOWHERE,
    placeSame: true,
    place: NOWHERE,
    text: null,
    textBefore: null,
    urgent: false,
  });
}

/** The card of the next question of the same applicant: who and where stay, what it is about begins anew. */
export function nextAppeal(call: OpenCall, mint: () => string): AppealDraft {
  const { appeal } = call;
  return {
    ...appeal,
    action: mint(),
    id: mint(),
    kind: null,
    topic: '',
    placeSame: true,
    place: NOWHERE,
    text: null,
    textBefore: null,
    urgent: false,
    linesBefore: call.lines.length,
    urgentReason: '',
    receiptSign: '',
    previous: null,
    signRefused: '',
    problem: null,
    skipped: [],
    complainedOf: '',
    remark: '',
    files: [],
    cleared: null,
  };
}

/** Names of the drafts of one call and the text each is kept as. */
export function draftTexts(call: OpenCall) {
  const { startedAt, startAction, endAction, tab, paper, ended, registered, dangers, tags, facts } = call;
  const { discardedAt } = call;
  return {
    call: JSON.stringify({
      startedAt,
      startAction,
      endAction,
      tab,
      paper,
      ended,
      registered,
      dangers,
      discardedAt,
      tags,
      facts,
    }),
    phone: JSON.stringify({ raw: call.phoneRaw }),
    notes: JSON.stringify(call.lines),
    consultation: JSON.stringify(call.consultation),
    appeal: JSON.stringify(call.appeal),
  } as const;
}

/** Lines with something in them. */
export function writtenLines(call: Pick<OpenCall, 'lines'>): number {
  return call.lines.filter((line) => line.text.trim() !== '').length;
}
