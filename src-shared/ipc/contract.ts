import { z } from 'zod';
import {
  AnnouncementAtInput,
  AnnouncementAtOutput,
  AnnouncementListOutput,
} from '../announcement/queries.ts';
import {
  BrowseInput,
  BrowseOutput,
  ExportInput,
  ExportOutput,
  ExportWriteInput,
  ExportWritten,
  FigureInput,
  FigureOutput,
} from '../appeal/browse.ts';
import {
  AppealFindInput,
  AppealFindOutput,
  AppealGetInput,
  AppealGetOutput,
  AppealListInput,
  AppealListOutput,
  AppealReceipts,
} from '../appeal/queries.ts';
import {
  ApplicantAlikeInput,
  ApplicantAlikeOutput,
  ApplicantGetInput,
  ApplicantGetOutput,
  ApplicantListInput,
  ApplicantListOutput,
  ApplicantPairsOutput,
  CallerWhoInput,
  CallerWhoOutput,
} from '../applicant/queries.ts';
import {
  AttachmentAddInput,
  AttachmentChooseInput,
  AttachmentChooseOutput,
  AttachmentDropInput,
  AttachmentFactsOutput,
  AttachmentListInput,
  AttachmentListOutput,
  AttachmentPieceInput,
  AttachmentPieceOutput,
  AttachmentSaveInput,
  AttachmentSaveOutput,
  AttachmentWriteInput,
} from '../attachment/queries.ts';
import { AttentionListOutput } from '../attention/queries.ts';
import { BoardLiveOutput, BoardPlanInput, BoardPlanOutput } from '../board/queries.ts';
import { CommandId } from '../brand.ts';
import {
  CallHistoryInput,
  CallHistoryOutput,
  CallInterruptedInput,
  CallInterruptedOutput,
  CallListInput,
  CallListOutput,
  CallToday,
} from '../call/queries.ts';
import {
  CarryListOutput,
  CarryReadInput,
  CarrySaveInput,
  CarrySaveOutput,
  CarryTakeInput,
  CarryTaken,
  CarryTakeOutput,
  CarryWriteInput,
  CarryWritten,
} from '../carry/queries.ts';
import { SubmitInput, SubmitOutput } from '../command/queries.ts';
import { SettlementsOutput, StreetsInput, StreetsOutput } from '../directory/queries.ts';
import { DraftListOutput, DraftPastInput, DraftPastOutput, DraftSave, DraftSaved } from '../draft/model.ts';
import { DutyGetOutput } from '../duty/model.ts';
import { FindInput, FindOutput } from '../find/queries.ts';
import { HandoverAcceptInput, HandoverListOutput } from '../handover/queries.ts';
import {
  KnowledgeFindInput,
  KnowledgeFindOutput,
  KnowledgeGetInput,
  KnowledgeGetOutput,
} from '../knowledge/queries.ts';
import { NoticeListOutput, SystemNoticeInput, SystemNoticeOutput } from '../notice/model.ts';
import { OperatorListOutput } from '../operator/queries.ts';
import { PairListOutput } from '../pair/queries.ts';
import {
  PaperCheckInput,
  PaperListOutput,
  PaperNumber,
  PaperPutBackInput,
  PaperSpoilInput,
  PaperTakeInput,
  PaperTakeOutput,
} from '../paper/model.ts';
import { PracticeListOutput } from '../practice/queries.ts';
import { PromiseListOutput } from '../promise/queries.ts';
import { QuestionListInput, QuestionListOutput } from '../question/queries.ts';
import { ScriptAtInput, ScriptAtOutput, ScriptListOutput } from '../script/queries.ts';
import { EnrolInput, SignInInput, WorkstationState } from '../session/queries.ts';
import { Settings } from '../settings/model.ts';
import { SignProposeInput, SignProposeOutput } from '../sign/queries.ts';
import {
  ProblemGetInput,
  ProblemGetOutput,
  ProblemListOutput,
  SimilarInput,
  SimilarOutput,
} from '../similar/queries.ts';
import { SnippetListOutput } from '../snippet/queries.ts';
import {
  SpellingCheckInput,
  SpellingCheckOutput,
  SpellingSuggestInput,
  SpellingSuggestOutput,
  SpellingWord,
  SpellingWordsOutput,
} from '../spelling/queries.ts';
import { StoreCare, StoreDamage, StoreRestored, StoreRestoreInput } from '../store/model.ts';
import { SyncStatus } from '../sync/status.ts';
import {
  DialInput,
  DialOutput,
  LineAttachInput,
  LineSetInput,
  LineSettleInput,
  LineState,
  LineSuggestionOutput,
  LineToken,
} from '../telephony/queries.ts';
import {
  CalendarGetOutput,
  CalendarPreviewInput,
  CalendarPreviewOutput,
  TermListInput,
  TermListOutput,
  TermOwedOutput,
  TermRemindedInput,
  TermReminderOutput,
} from '../term/queries.ts';
import { ViewListOutput } from '../view/queries.ts';
import { StationListOutput } from '../workstation/queries.ts';

const nothing = z.strictObject({});

/**
 * The one contract between window and the rest: name -> input, output, door. `app` is answered by the main process,
 * `read` and `write` by the data process; `inner` is answered by the data process for main alone, such as what names a path on
 * the disk: the window can never call it. Handlers, the typed client, the preload's list and the tests are derived from it.
 */
export const contract = {
  'settings.get': { door: 'app', input: nothing, output: Settings },
  'settings.set': { door: 'app', input: Settings.partial(), output: Settings },

  'workstation.state': { door: 'read', input: nothing, output: WorkstationState },
  'workstation.enrol': { door: 'write', input: EnrolInput, output: WorkstationState },
  'session.signIn': { door: 'write', input: SignInInput, output: WorkstationState },
  'session.signOut': { door: 'write', input: nothing, output: WorkstationState },

  'command.submit': { door: 'write', input: SubmitInput, output: SubmitOutput },
  'draft.save': { door: 'write', input: DraftSave, output: DraftSaved },
  'draft.list': { door: 'read', input: nothing, output: DraftListOutput },
  'draft.past': { door: 'read', input: DraftPastInput, output: DraftPastOutput },

  'carry.save': { door: 'app', input: CarrySaveInput, output: CarrySaveOutput },
  'carry.take': { door: 'app', input: CarryTakeInput, output: CarryTakeOutput },
  'carry.write': { door: 'inner', input: CarryWriteInput, output: CarryWritten },
  'carry.read': { door: 'inner', input: CarryReadInput, output: CarryTaken },
  'carry.list': { door: 'read', input: nothing, output: CarryListOutput },

  'store.care': { door: 'read', input: nothing, output: StoreCare },
  'store.damage': { door: 'read', input: nothing, output: StoreDamage },
  'store.restore': { door: 'write', input: StoreRestoreInput, output: StoreRestored },

  'sync.status': { door: 'read', input: nothing, output: SyncStatus },
  'sync.now': { door: 'write', input: nothing, output: nothing },

  'practice.list': { door: 'read', input: nothing, output: PracticeListOutput },
  'practice.leave': { door: 'write', input: nothing, output: nothing },
  'station.list': { door: 'read', input: nothing, output: StationListOutput },
  'paper.list': { door: 'read', input: nothing, output: PaperListOutput },
  'paper.take': { door: 'write', input: PaperTakeInput, output: PaperTakeOutput },
  'paper.check': { door: 'read', input: PaperCheckInput, output: PaperNumber },
  'paper.spoil': { door: 'write', input: PaperSpoilInput, output: nothing },
  'paper.putBack': { door: 'write', input: PaperPutBackInput, output: nothing },

  'caller.who': { door: 'read', input: CallerWhoInput, output: CallerWhoOutput },
  'applicant.list': { door: 'read', input: ApplicantListInput, output: ApplicantListOutput },
  'applicant.pairs': { door: 'read', input: nothing, output: ApplicantPairsOutput },
  'applicant.alike': { door: 'read', input: ApplicantAlikeInput, output: ApplicantAlikeOutput },
  'applicant.get': { door: 'read', input: ApplicantGetInput, output: ApplicantGetOutput },
  'call.list': { door: 'read', input: CallListInput, output: CallListOutput },
  'call.today': { door: 'read', input: nothing, output: CallToday },
  'call.interrupted': { door: 'read', input: CallInterruptedInput, output: CallInterruptedOutput },
  'call.history': { door: 'read', input: CallHistoryInput, output: CallHistoryOutput },
  'duty.get': { door: 'read', input: nothing, output: DutyGetOutput },
  'promise.list': { door: 'read', input: nothing, output: PromiseListOutput },
  'handover.list': { door: 'read', input: nothing, output: HandoverListOutput },
  'handover.accept': { door: 'write', input: HandoverAcceptInput, output: nothing },
  'appeal.list': { door: 'read', input: AppealListInput, output: AppealListOutput },
  'appeal.browse': { door: 'read', input: BrowseInput, output: BrowseOutput },
  'appeal.figure': { door: 'read', input: FigureInput, output: FigureOutput },
  'appeal.export': { door: 'app', input: ExportInput, output: ExportOutput },
  'appeal.write': { door: 'inner', input: ExportWriteInput, output: ExportWritten },
  'appeal.receipts': { door: 'read', input: AppealGetInput, output: AppealReceipts },
  'appeal.find': { door: 'read', input: AppealFindInput, output: AppealFindOutput },
  'appeal.get': { door: 'read', input: AppealGetInput, output: AppealGetOutput },
  'attachment.list': { door: 'read', input: AttachmentListInput, output: AttachmentListOutput },
  'attachment.choose': { door: 'app', input: AttachmentChooseInput, output: AttachmentChooseOutput },
  'attachment.save': { door: 'app', input: AttachmentSaveInput, output: AttachmentSaveOutput },
  'attachment.piece': { door: 'write', input: AttachmentPieceInput, output: AttachmentPieceOutput },
  'attachment.drop': { door: 'write', input: AttachmentDropInput, output: nothing },
  'attachment.add': { door: 'inner', input: AttachmentAddInput, output: nothing },
  'attachment.facts': { door: 'inner', input: AttachmentSaveInput, output: AttachmentFactsOutput },
  'attachment.write': { door: 'inner', input: AttachmentWriteInput, output: nothing },
  'notice.system': { door: 'app', input: SystemNoticeInput, output: SystemNoticeOutput },
  'phone.dial': { door: 'app', input: DialInput, output: DialOutput },
  'line.suggestion': { door: 'app', input: nothing, output: LineSuggestionOutput },
  'line.state': { door: 'read', input: nothing, output: LineState },
  'line.set': { door: 'write', input: LineSetInput, output: LineState },
  'line.token': { door: 'write', input: nothing, output: LineToken },
  'line.rotate': { door: 'write', input: nothing, output: LineToken },
  'line.attach': { door: 'write', input: LineAttachInput, output: nothing },
  'line.settle': { door: 'write', input: LineSettleInput, output: nothing },
  'knowledge.find': { door: 'read', input: KnowledgeFindInput, output: KnowledgeFindOutput },
  'announcement.list': { door: 'read', input: nothing, output: AnnouncementListOutput },
  'announcement.at': { door: 'read', input: AnnouncementAtInput, output: AnnouncementAtOutput },
  'script.list': { door: 'read', input: nothing, output: ScriptListOutput },
  'script.at': { door: 'read', input: ScriptAtInput, output: ScriptAtOutput },
  'knowledge.get': { door: 'read', input: KnowledgeGetInput, output: KnowledgeGetOutput },
  'question.list': { door: 'read', input: QuestionListInput, output: QuestionListOutput },
  'find.all': { door: 'read', input: FindInput, output: FindOutput },
  'similar.find': { door: 'read', input: SimilarInput, output: SimilarOutput },
  'pair.list': { door: 'read', input: nothing, output: PairListOutput },
  'sign.propose': { door: 'read', input: SignProposeInput, output: SignProposeOutput },
  'problem.list': { door: 'read', input: nothing, output: ProblemListOutput },
  'problem.get': { door: 'read', input: ProblemGetInput, output: ProblemGetOutput },
  'directory.settlements': { door: 'read', input: nothing, output: SettlementsOutput },
  'directory.streets': { door: 'read', input: StreetsInput, output: StreetsOutput },
  'snippet.list': { door: 'read', input: nothing, output: SnippetListOutput },
  'spelling.check': { door: 'read', input: SpellingCheckInput, output: SpellingCheckOutput },
  'spelling.suggest': { door: 'read', input: SpellingSuggestInput, output: SpellingSuggestOutput },
  'spelling.words': { door: 'read', input: nothing, output: SpellingWordsOutput },
  'spelling.add': { door: 'write', input: SpellingWord, output: SpellingWordsOutput },
  'spelling.remove': { door: 'write', input: SpellingWord, output: SpellingWordsOutput },
  'view.list': { door: 'read', input: nothing, output: ViewListOutput },
  'board.live': { door: 'read', input: nothing, output: BoardLiveOutput },
  'board.plan': { door: 'read', input: BoardPlanInput, output: BoardPlanOutput },
  'calendar.get': { door: 'read', input: nothing, output: CalendarGetOutput },
  'calendar.preview': { door: 'read', input: CalendarPreviewInput, output: CalendarPreviewOutput },
  'term.list': { door: 'read', input: TermListInput, output: TermListOutput },
  'term.owed': { door: 'read', input: nothing, output: TermOwedOutput },
  'term.reminder': { door: 'read', input: nothing, output: TermReminderOutput },
  'term.reminded': { door: 'write', input: TermRemindedInput, output: nothing },
  'operator.list': { door: 'read', input: nothing, output: OperatorListOutput },
  'notice.list': { door: 'read', input: nothing, output: NoticeListOutput },
  'notice.seen': { door: 'write', input: z.strictObject({ notice: CommandId }), output: nothing },
  'attention.list': { door: 'read', input: nothing, output: AttentionListOutput },
  'attention.dismiss': { door: 'write', input: z.strictObject({ command: CommandId }), output: nothing },
} as const satisfies Record<
  string,
  { door: 'app' | 'read' | 'write' | 'inner'; input: z.ZodType; output: z.ZodType }
>;

export type Contract = typeof contract;
export type ChannelName = keyof Contract;
export type InputOf<N extends ChannelName> = z.input<Contract[N]['input']>;
export type ParsedInputOf<N extends ChannelName> = z.output<Contract[N]['input']>;
export type OutputOf<N extends ChannelName> = z.output<Contract[N]['output']>;

/** Names of all channels a window may call, the list the preload exposes. */
export const channelNames = (Object.keys(contract) as ChannelName[]).filter(
  (name) => doorOf(name) !== 'inner',
);

/** The door of a channel, as any of the four: what TypeScript narrows to the doors in use today. */
function doorOf(name: ChannelName): 'app' | 'read' | 'write' | 'inner' {
  return contract[name].door;
}

/** Channels behind one door. */
export type ChannelsOf<D extends 'app' | 'read' | 'write' | 'inner'> = {
  [N in ChannelName]: Contract[N]['door'] extends D ? N : never;
}[ChannelName];

/** Longest accepted input of one call, in characters of its JSON. */
export const MAX_INPUT_CHARACTERS = 2_000_000;
