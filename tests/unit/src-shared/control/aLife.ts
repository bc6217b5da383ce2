import type { Appeal, AppealStatus } from '../../../../src-shared/appeal/model.ts';
import { decideCommand, readsOf } from '../../../../src-shared/command/decide.ts';
import type { Execution } from '../../../../src-shared/control/model.ts';
import { aCommand, IDS, type Records, uuid, viewOf } from '../builders.ts';

/** Records that commands are done to one after another, as at a centre. */
export interface Life {
  /** Does a command. @throws Error when a rule refuses it */
  does(kind: string, payload: object, by?: 'koval' | 'lead' | 'control'): void;
  /** The code with which a rule refuses it. @throws Error when it is done */
  refused(kind: string, payload: object, by?: 'koval' | 'lead' | 'control'): string;
  appeal(): Appeal;
  status(): AppealStatus;
  execution(id: string): Execution;
}

export function aLife(records: Records): Life {
  let now = [...records];
  let count = 500;
  const found = (type: 'appeal' | 'execution', id?: string) =>
    now.flatMap((record) => record[type] ?? []).find((doc) => id === undefined || doc.id === id);
  function decide(kind: string, payload: object, by: 'koval' | 'lead' | 'control') {
    count += 1;
    const command = aCommand(kind, { ...payload }, { id: uuid(count), actor: IDS[by] } as never);
    return decideCommand(viewOf(now, readsOf(command)), command);
  }
  return {
    does(kind, payload, by = 'koval') {
      const decided = decide(kind, payload, by);
      if (!decided.ok) throw new Error(`${kind} was refused: ${decided.code}`);
      for (const { type, id, doc } of decided.writes) {
        now = now.filter((record) => (record as Record<string, { id: string } | undefined>)[type]?.id !== id);
        now.push({ [type]: doc } as never);
      }
    },
    refused(kind, payload, by = 'koval') {
      const decided = decide(kind, payload, by);
      if (decided.ok) throw new Error(`${kind} was done`);
      return decided.code;
    },
    appeal: () => found('appeal') as Appeal,
    status: () => (found('appeal') as Appeal).status,
    execution: (id) => found('execution', id) as Execution,
  };
}
