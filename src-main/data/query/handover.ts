import type { Handover } from '../../../src-shared/handover/model.ts';
import type { HandoverLine, HandoverList } from '../../../src-shared/handover/queries.ts';
import type { Operator } from '../../../src-shared/operator/model.ts';
import type { Desk } from '../desk.ts';
import { operatorNames } from './names.ts';

const WAITING_SHOWN = 200;
const TAKEN_SHOWN = 20;

/** handover.list: the names of handed cards, never their text. */
export function listHandovers(desk: Desk, me: Operator): HandoverList {
  const { handover } = desk.stores.records;
  const nameOf = operatorNames(desk);
  const line = (one: Handover) => lineOf(nameOf, me, one);
  return {
    waiting: handover.waiting(WAITING_SHOWN).map(line),
    taken: handover.taken(TAKEN_SHOWN).map(line),
  };
}

function lineOf(nameOf: (id: string) => string, me: Operator, handover: Handover): HandoverLine {
  const { id, startedAt, phoneRaw, from, to, handedAt, takenBy, takenAt } = handover;
  return {
    id,
    startedAt,
    phoneRaw,
    fromName: nameOf(from),
    toName: to === null ? '' : nameOf(to),
    handedAt,
    mayAccept: takenBy === null && (to === null || to === me.id || from === me.id || me.role === 'lead'),
    takenByName: takenBy === null ? '' : nameOf(takenBy),
    takenAt,
  };
}
