import { z } from 'zod';

/**
 * Identities of the domain. Each is a UUID (version 7 where we mint it) and branded, so that the id of
 * a call is never taken for the id of an appeal. A UUID is identity only; order comes from `seq` and `version`.
 */
const uuid = z.uuid();

export const CallId = uuid.brand<'CallId'>();
export type CallId = z.infer<typeof CallId>;

export const ConsultationId = uuid.brand<'ConsultationId'>();
export type ConsultationId = z.infer<typeof ConsultationId>;

export const AppealId = uuid.brand<'AppealId'>();
export type AppealId = z.infer<typeof AppealId>;

export const ApplicantId = uuid.brand<'ApplicantId'>();
export type ApplicantId = z.infer<typeof ApplicantId>;

export const OperatorId = uuid.brand<'OperatorId'>();
export type OperatorId = z.infer<typeof OperatorId>;

export const CommandId = uuid.brand<'CommandId'>();
export type CommandId = z.infer<typeof CommandId>;

/** A problem many people report: appeals join it and get one answer. */
export const ProblemId = uuid.brand<'ProblemId'>();
export type ProblemId = z.infer<typeof ProblemId>;

/** A promise to call somebody back. */
export const PromiseId = uuid.brand<'PromiseId'>();
export type PromiseId = z.infer<typeof PromiseId>;

/** An unfinished card given to a colleague or the next shift. */
export const HandoverId = uuid.brand<'HandoverId'>();
export type HandoverId = z.infer<typeof HandoverId>;

/** A mark on a telephone number: shared by many, or standing for a withheld one. */
export const PhoneMarkId = uuid.brand<'PhoneMarkId'>();
export type PhoneMarkId = z.infer<typeof PhoneMarkId>;

/** An article of the knowledge base. */
export const ArticleId = uuid.brand<'ArticleId'>();
export type ArticleId = z.infer<typeof ArticleId>;

/** A snippet of the notes. */
export const SnippetId = uuid.brand<'SnippetId'>();
export type SnippetId = z.infer<typeof SnippetId>;

/** A lead's word on appeals that are alike. */
export const PairId = uuid.brand<'PairId'>();
export type PairId = z.infer<typeof PairId>;

/** A question that the knowledge base does not answer. */
export const QuestionId = uuid.brand<'QuestionId'>();
export type QuestionId = z.infer<typeof QuestionId>;

/** Something announced for a place and a time. */
export const AnnouncementId = uuid.brand<'AnnouncementId'>();
export type AnnouncementId = z.infer<typeof AnnouncementId>;

/** The questions of a topic. */
export const ScriptId = uuid.brand<'ScriptId'>();
export type ScriptId = z.infer<typeof ScriptId>;

/** One body's part in an appeal. */
export const ExecutionId = uuid.brand<'ExecutionId'>();
export type ExecutionId = z.infer<typeof ExecutionId>;

/** One answer of a body. */
export const ResponseId = uuid.brand<'ResponseId'>();
export type ResponseId = z.infer<typeof ResponseId>;

/** Conditions of a list kept under a name. */
export const ViewId = uuid.brand<'ViewId'>();
export type ViewId = z.infer<typeof ViewId>;

/** One enrolled device. */
export const WorkstationId = uuid.brand<'WorkstationId'>();
export type WorkstationId = z.infer<typeof WorkstationId>;

/** One life of one local database: a restored, copied or recreated database is a new client. */
export const ClientId = uuid.brand<'ClientId'>();
export type ClientId = z.infer<typeof ClientId>;

/** A sign-in of one operator on one workstation, confirmed by the server once and usable offline afterwards. */
export const GrantId = uuid.brand<'GrantId'>();
export type GrantId = z.infer<typeof GrantId>;

/** Short key of a region (an oblast), such as `dn`; the unit of replication and of sharding. */
export const RegionId = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,15}$/)
  .brand<'RegionId'>();
export type RegionId = z.infer<typeof RegionId>;
