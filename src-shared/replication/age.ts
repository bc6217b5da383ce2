import { Temporal } from 'temporal-polyfill';
import { type Day, type Instant, LEGAL_ZONE } from '../clock.ts';

/** Days for which finished work stays on the workstations unless the region says otherwise. */
export const HORIZON_DAYS = 400;

/** Where the past begins that stays at the centre alone. */
export interface Horizon {
  /** A legal day, and the instant at which it begins. */
  readonly day: Day;
  readonly instant: Instant;
  /**
   * The last version that the centre committed before it, by its own clock; 0 for none. A workstation whose clock is years behind writes
   * finished calls of long ago today: such a record is not old.
   */
  readonly version: number;
}

/** A record as far as its age is concerned; documents of newer builds may hold anything. */
export interface AgeingRecord {
  readonly type: string;
  /** Of its last change. */
  readonly version: number;
  readonly doc: Readonly<Record<string, unknown>>;
}

/**
 * The horizon on a legal day.
 * @param days how many days back finished work is still held
 * @param version the last version committed before it
 */
export function horizonOn(day: Day, days: number, version: number): Horizon {
  const first = Temporal.PlainDate.from(day).subtract({ days });
  const begins = first.toZonedDateTime(LEGAL_ZONE).toInstant();
  return { day: first.toString(), instant: begins.toString({ fractionalSecondDigits: 3 }), version };
}

/** Types whose records can age by themselves; everything else is asked about in vain. */
export const AGEING_TYPES = ['appeal', 'call', 'consultation', 'history'] as const;

const AGEING: ReadonlySet<string> = new Set(AGEING_TYPES);

/** Subjects whose history ages line by line, whatever becomes of the subject itself. */
const AGES_ALONE: ReadonlySet<string> = new Set(['call', 'consultation', 'duty', 'promise']);

/** Types whose records name the appeal they go with. */
const BELONGS_TO_APPEAL: ReadonlySet<string> = new Set(['conflict', 'attachment', 'execution']);

/** Whether records of a type can age at all, so that their documents need to be looked at. */
export function mayAge(type: string): boolean {
  return AGEING.has(type);
}

/**
 * Whether a record is finished, and has been unchanged, since before the horizon: it stays at the centre and is fetched when somebody searches for it. Both
 * sides compute the same (sync specification 1.8). An open appeal never ages, however old; neither does a call that has not ended.
 * The history of an appeal goes with its appeal (`companionOf`).
 */
export function agedOut({ type, version, doc }: AgeingRecord, horizon: Horizon): boolean {
  if (version > horizon.version) return false;
  switch (type) {
    case 'call':
      return isBefore(doc.endedAt, horizon.instant);
    case 'consultation':
      return isBefore(doc.day, horizon.day);
    case 'appeal':
      return isBefore(doc.closedAt, horizon.instant);
    case 'history': {
      const subject = subjectOf(doc);
      return subject !== null && AGES_ALONE.has(subject.type) && isBefore(doc.at, horizon.instant);
    }
    default:
      return false;
  }
}

/** The appeal together with which a record leaves the workstations; null for one that ages by itself or never. */
export function companionOf({ type, doc }: Pick<AgeingRecord, 'type' | 'doc'>): string | null {
  if (BELONGS_TO_APPEAL.has(type)) return typeof doc.appeal === 'string' ? doc.appeal : null;
  if (type !== 'history') return null;
  const subject = subjectOf(doc);
  return subject?.type === 'appeal' ? subject.id : null;
}

/** Days and instants of one form each sort as text. What is absent has not happened yet. */
function isBefore(value: unknown, limit: string): boolean {
  return typeof value === 'string' && value < limit;
}

function subjectOf(doc: AgeingRecord['doc']): { readonly type: string; readonly id: string } | null {
  const { subject } = doc;
  if (subject === null || typeof subject !== 'object' || !('type' in subject) || !('id' in subject))
    return null;
  const { type, id } = subject;
  return typeof type === 'string' && typeof id === 'string' ? { type, id } : null;
}
