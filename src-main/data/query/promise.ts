import type { CallPromise } from '../../../src-shared/promise/model.ts';
import type { PromiseLine, PromiseList } from '../../../src-shared/promise/queries.ts';
import type { Desk } from '../desk.ts';
import { deliveryOf, type InFlight } from './delivery.ts';
import { operatorNames } from './names.ts';

/** Open promises shown; a region that owes more has another trouble than this list. */
const OPEN_SHOWN = 500;
const CLOSED_SHOWN = 50;

/** promise.list */
export function listPromises(desk: Desk, inFlight: InFlight): PromiseList {
  const { promise } = desk.stores.records;
  const nameOf = operatorNames(desk);
  const line = (one: CallPromise) => lineOf(desk, inFlight, nameOf, one);
  return { open: promise.open(OPEN_SHOWN).map(line), closed: promise.closed(CLOSED_SHOWN).map(line) };
}

function lineOf(
  desk: Desk,
  inFlight: InFlight,
  nameOf: (id: string) => string,
  promise: CallPromise,
): PromiseLine {
  const { owner, madeBy, appeal } = promise;
  return {
    promise,
    ownerName: owner === null ? '' : nameOf(owner),
    madeByName: nameOf(madeBy),
    appealNumber: appeal === null ? null : (desk.stores.records.record.get('appeal', appeal)?.number ?? null),
    delivery: deliveryOf(desk, inFlight, 'promise', promise.id),
  };
}
