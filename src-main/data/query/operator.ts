import type { Operator } from '../../../src-shared/operator/model.ts';
import type { Desk } from '../desk.ts';

/** operator.list: everybody of the region, by name; before the first download those who signed in here. */
export function listOperators(desk: Desk): Operator[] {
  const { records, intent } = desk.stores;
  const byId = new Map<string, Operator>();
  for (const { operator } of intent.session.known()) byId.set(operator.id, operator);
  for (const operator of records.record.allOf('operator')) byId.set(operator.id, operator);
  return [...byId.values()].sort((a, b) => a.name.localeCompare(b.name, 'uk'));
}
