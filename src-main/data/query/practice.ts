import { toInstant } from '../../../src-shared/clock.ts';
import type { PracticeLine } from '../../../src-shared/practice/queries.ts';
import type { Desk } from '../desk.ts';
import { operatorNames } from './names.ts';

/** Practices listed, the newest first. */
const LISTED = 20;

/** practice.list: what each workstation has told, and which have not come back. */
export function listPractices(desk: Desk): PracticeLine[] {
  const { practice, record } = desk.stores.records;
  const nameOf = operatorNames(desk);
  const now = toInstant(desk.time.serverMs());
  return practice.newest(LISTED).map(({ id, by, beganAt, endsAt, calledOffAt, workstations, results }) => ({
    id,
    byName: nameOf(by),
    beganAt,
    endsAt,
    calledOffAt,
    running: calledOffAt === null && endsAt > now && results.length < workstations.length,
    stations: workstations.map((workstation) => ({
      workstation,
      name: record.get('workstation', workstation)?.name ?? '',
      result: results.find((result) => result.workstation === workstation) ?? null,
    })),
  }));
}
