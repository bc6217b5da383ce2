import type { RecordType } from '../../src-shared/record/model.ts';
import { REGION, type TestDesk } from './desk.ts';

let version = 0;

/** A record as it came from the centre, whatever rules say of it. */
export function putRecord({ desk }: TestDesk, type: RecordType, doc: { readonly id: string }): void {
  version += 1;
  const row = { type, id: doc.id, region: REGION, version, ordinal: 0, doc: JSON.stringify(doc) };
  desk.stores.records.record.put(row);
}
