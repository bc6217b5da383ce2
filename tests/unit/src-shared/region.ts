import { type AMEND_FIELDS, readField } from '../../../src-shared/appeal/fields.ts';
import type { Appeal } from '../../../src-shared/appeal/model.ts';
import type { Applicant } from '../../../src-shared/applicant/model.ts';
import { type Decided, decideCommand, readsOf } from '../../../src-shared/command/decide.ts';
import type { Conflict, FieldValue } from '../../../src-shared/conflict/model.ts';
import type { RecordDocs, RecordType } from '../../../src-shared/record/model.ts';
import { aCommand, anAppeal, aPerson, IDS, STAFF, uuid, viewOf } from './builders.ts';

/** A region of one appeal on which commands are decided one after the other. */
export class Region {
  readonly docs = new Map<string, RecordDocs[RecordType]>();
  #commands = 30;

  constructor(over: { appeal?: Partial<Appeal>; applicant?: Partial<Applicant> } = {}) {
    for (const { operator } of STAFF) if (operator) this.put('operator', operator);
    this.put('appeal', anAppeal(over.appeal));
    const person = { ...aPerson(), region: anAppeal().region, createdAt: '2026-11-25T10:00:00.000Z' };
    this.put('applicant', { ...person, ...over.applicant });
  }

  put(type: RecordType, doc: RecordDocs[RecordType]): void {
    this.docs.set(`${type}/${doc.id}`, doc);
  }

  field(field: (typeof AMEND_FIELDS)[number]): FieldValue {
    const of = { appeal: this.get('appeal', IDS.appeal), applicant: this.get('applicant', IDS.applicant) };
    if (!of.appeal || !of.applicant) throw new Error('the region lost its appeal');
    return readField({ appeal: of.appeal, applicant: of.applicant }, field);
  }

  get<T extends RecordType>(type: T, id: string): RecordDocs[T] | undefined {
    return this.docs.get(`${type}/${id}`) as RecordDocs[T] | undefined;
  }

  conflicts(): Conflict[] {
    return [...this.docs].flatMap(([key, doc]) => (key.startsWith('conflict/') ? [doc as Conflict] : []));
  }

  do(kind: string, payload: Record<string, unknown>, over: Parameters<typeof aCommand>[2] = {}): Decided {
    this.#commands += 1;
    const command = aCommand(kind, payload, { id: uuid(this.#commands), ...over });
    const all = [...this.docs].map(([key, doc]) => ({ [key.split('/')[0] ?? '']: doc }));
    const decided = decideCommand(viewOf(all, readsOf(command)), command);
    if (decided.ok) for (const { type, doc } of decided.writes) this.put(type, doc);
    return decided;
  }

  /** [field, what its author saw, what they made of it] */
  amend(changes: [string, FieldValue, FieldValue][], over: Parameters<typeof aCommand>[2] = {}): Decided {
    const payload = {
      appeal: IDS.appeal,
      applicant: IDS.applicant,
      changes: changes.map(([field, , value]) => ({ field, value })),
    };
    return this.do('appeal.amend', payload, {
      base: changes.map(([field, value]) => ({ field, value })),
      ...over,
    });
  }
}

/** The line of the history that a decision writes. */
export const historyOf = (decided: Decided) =>
  decided.ok ? decided.writes.flatMap((item) => (item.type === 'history' ? item.doc : []))[0] : undefined;
