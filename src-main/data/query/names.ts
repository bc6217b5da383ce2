import type { Desk } from '../desk.ts';

/** Names of operators, each looked up once. Empty for one whom neither the records nor a sign-in have told. */
export function operatorNames(desk: Desk): (id: string) => string {
  const known = new Map<string, string>();
  return (id) => {
    const cached = known.get(id);
    if (cached !== undefined) return cached;
    const { records, intent } = desk.stores;
    const name = (records.record.get('operator', id) ?? intent.session.operatorById(id))?.name ?? '';
    known.set(id, name);
    return name;
  };
}
