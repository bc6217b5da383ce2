import { announcementSave } from '../announcement/save.ts';
import { announcementTell } from '../announcement/tell.ts';
import { announcementWithdraw } from '../announcement/withdraw.ts';
import { appealAmend } from '../appeal/amend.ts';
import { appealAssign } from '../appeal/assign.ts';
import { appealForward } from '../appeal/forward.ts';
import { appealInquire } from '../appeal/inquire.ts';
import { appealJoin } from '../appeal/join.ts';
import { appealRegister } from '../appeal/register.ts';
import { applicantAmend } from '../applicant/amend.ts';
import { applicantMerge } from '../applicant/merge.ts';
import { applicantOpen } from '../applicant/open.ts';
import { applicantProtect } from '../applicant/protect.ts';
import { applicantUnmerge } from '../applicant/unmerge.ts';
import { appealAttach } from '../attachment/attach.ts';
import { attentionSettle } from '../attention/settle.ts';
import { callContinue } from '../call/continue.ts';
import { callDiscard } from '../call/discard.ts';
import { callFinish } from '../call/finish.ts';
import { callNote } from '../call/note.ts';
import { callStart } from '../call/start.ts';
import { conflictResolve } from '../conflict/resolve.ts';
import { consultationRecord } from '../consultation/record.ts';
import { appealClose } from '../control/close.ts';
import { executionContact } from '../control/contact.ts';
import { appealExtendTerm } from '../control/extendTerm.ts';
import { appealVerdict } from '../control/giveVerdict.ts';
import { executionNotOurs } from '../control/notOurs.ts';
import { executionRecall } from '../control/recall.ts';
import { responseRecord } from '../control/recordResponse.ts';
import { appealRemoveFromControl } from '../control/removeFromControl.ts';
import { appealReopen } from '../control/reopen.ts';
import { responseReturn } from '../control/returnResponse.ts';
import { callWarn } from '../danger/warn.ts';
import { dutyChange } from '../duty/change.ts';
import { dutyExtend } from '../duty/extend.ts';
import { draftAccept } from '../handover/accept.ts';
import { draftHand } from '../handover/hand.ts';
import { articleCheck } from '../knowledge/check.ts';
import { articleSave } from '../knowledge/save.ts';
import { articleWithdraw } from '../knowledge/withdraw.ts';
import { pairSettle } from '../pair/settle.ts';
import { phoneMark } from '../phone/mark.ts';
import { practiceBegin } from '../practice/begin.ts';
import { practiceCallOff } from '../practice/callOff.ts';
import { practiceTell } from '../practice/tell.ts';
import { problemAttach } from '../problem/attach.ts';
import { problemEnd } from '../problem/end.ts';
import { problemOpen } from '../problem/open.ts';
import { promiseCancel } from '../promise/cancel.ts';
import { promiseKeep } from '../promise/keep.ts';
import { promiseMake } from '../promise/make.ts';
import { promisePass } from '../promise/pass.ts';
import { promiseTried } from '../promise/tried.ts';
import { questionAsk } from '../question/ask.ts';
import { questionClose } from '../question/close.ts';
import { scriptSave } from '../script/save.ts';
import { scriptWithdraw } from '../script/withdraw.ts';
import { snippetSave } from '../snippet/save.ts';
import { callTag } from '../tag/put.ts';
import { appealRecount } from '../term/recount.ts';
import { calendarSave } from '../term/saveCalendar.ts';
import { viewSave } from '../view/save.ts';
import type { CommandSpec } from './spec.ts';

/** Every command there is, one line each. Kinds are unique; a test proves it. */
const specs = [
  callStart,
  callNote,
  callFinish,
  callDiscard,
  consultationRecord,
  appealRegister,
  appealAssign,
  appealForward,
  appealAttach,
  executionContact,
  executionNotOurs,
  executionRecall,
  responseRecord,
  responseReturn,
  appealExtendTerm,
  appealClose,
  appealVerdict,
  appealRemoveFromControl,
  appealReopen,
  appealAmend,
  conflictResolve,
  attentionSettle,
  practiceBegin,
  practiceCallOff,
  practiceTell,
  callContinue,
  dutyChange,
  dutyExtend,
  promiseMake,
  promisePass,
  promiseKeep,
  promiseTried,
  promiseCancel,
  draftHand,
  draftAccept,
  problemOpen,
  problemAttach,
  problemEnd,
  appealJoin,
  appealInquire,
  applicantAmend,
  applicantMerge,
  applicantUnmerge,
  applicantProtect,
  applicantOpen,
  phoneMark,
  pairSettle,
  viewSave,
  callWarn,
  articleSave,
  articleWithdraw,
  articleCheck,
  announcementSave,
  announcementWithdraw,
  announcementTell,
  scriptSave,
  scriptWithdraw,
  questionAsk,
  questionClose,
  snippetSave,
  callTag,
  calendarSave,
  appealRecount,
] as const;

export type CommandKind =
  | 'call.start'
  | 'call.note'
  | 'call.finish'
  | 'call.discard'
  | 'consultation.record'
  | 'appeal.register'
  | 'appeal.assign'
  | 'appeal.forward'
  | 'appeal.attach'
  | 'execution.contact'
  | 'execution.notOurs'
  | 'execution.recall'
  | 'response.record'
  | 'response.return'
  | 'appeal.extendTerm'
  | 'appeal.close'
  | 'appeal.verdict'
  | 'appeal.removeFromControl'
  | 'appeal.reopen'
  | 'appeal.amend'
  | 'conflict.resolve'
  | 'attention.settle'
  | 'practice.begin'
  | 'practice.callOff'
  | 'practice.tell'
  | 'call.continue'
  | 'duty.change'
  | 'duty.extend'
  | 'promise.make'
  | 'promise.pass'
  | 'promise.keep'
  | 'promise.tried'
  | 'promise.cancel'
  | 'draft.hand'
  | 'draft.accept'
  | 'problem.open'
  | 'problem.attach'
  | 'problem.end'
  | 'appeal.join'
  | 'appeal.inquire'
  | 'applicant.amend'
  | 'applicant.merge'
  | 'applicant.unmerge'
  | 'applicant.protect'
  | 'applicant.open'
  | 'phone.mark'
  | 'pair.settle'
  | 'view.save'
  | 'call.warn'
  | 'article.save'
  | 'article.withdraw'
  | 'article.check'
  | 'announcement.save'
  | 'announcement.withdraw'
  | 'announcement.tell'
  | 'script.save'
  | 'script.withdraw'
  | 'question.ask'
  | 'question.close'
  | 'snippet.save'
  | 'call.tag'
  | 'calendar.save'
  | 'appeal.recount';

/** All commands in the order of their declaration. */
export const commandSpecs: readonly CommandSpec[] = specs as unknown as readonly CommandSpec[];

const byKind = new Map(commandSpecs.map((spec) => [spec.kind, spec]));

/** The declaration of a kind, or undefined for one that a newer client knows and we do not. */
export function commandSpec(kind: string): CommandSpec | undefined {
  return byKind.get(kind);
}
