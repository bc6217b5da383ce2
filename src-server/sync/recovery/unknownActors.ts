import { readDocuments, recordKey } from '../../store/record.ts';
import { countByActor } from '../../store/recoveryEntry.ts';
import type { Db } from '../../store/tables.ts';

/** Somebody whose account was made after the backup, and how many of their commands wait. */
export interface UnknownActor {
  readonly region: string;
  readonly operator: string;
  readonly commands: number;
}

/** Authors of commands told again whose account this server has lost. */
export async function unknownActors(db: Db, epoch: string): Promise<UnknownActor[]> {
  const unknown: UnknownActor[] = [];
  for (const { region, actor, count } of await countByActor(db, epoch)) {
    const ref = { type: 'operator', id: actor } as const;
    const known = await readDocuments(db, region, [ref]);
    if (!known.has(recordKey(ref))) unknown.push({ region, operator: actor, commands: count });
  }
  return unknown;
}
