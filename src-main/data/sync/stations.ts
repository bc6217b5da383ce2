import { StationsAnswer } from '../../../src-shared/sync/stations.ts';
import type { SyncStatus } from '../../../src-shared/sync/status.ts';
import type { StationLine, StationList } from '../../../src-shared/workstation/queries.ts';
import type { Desk } from '../desk.ts';
import { ask } from './exchange.ts';
import type { Transport } from './transport.ts';

/** What of this workstation's own state its line in the list shows. */
type Own = Pick<SyncStatus, 'waiting' | 'oldestWaitingAt' | 'practiceUntil'>;

/** Practices looked through for those that go on. */
const LOOKED_THROUGH = 20;

/**
 * station.list: the workstations of the region with what the centre last heard from each. Without the centre the names are
 * still there, and of the others nothing is claimed.
 */
export async function listStations(
  desk: Desk,
  transport: Transport,
  timeoutMs: number,
  own: Own,
): Promise<StationList> {
  const heard = await askStations(desk, transport, timeoutMs);
  const told = new Map((heard?.stations ?? []).map((station) => [station.workstation as string, station]));
  const { records, intent } = desk.stores;
  const enrolment = intent.enrolment.get();
  const heardAt = heard === null ? null : desk.time.now();
  const stations = records.record.allOf('workstation').map((station): StationLine => {
    const state = told.get(station.id);
    const isSelf = station.id === enrolment?.workstation;
    return {
      workstation: station.id,
      name: station.name,
      active: station.active,
      isSelf,
      seenAt: state?.seenAt ?? null,
      waiting: isSelf ? own.waiting : (state?.waiting ?? null),
      oldestWaitingAt: isSelf ? own.oldestWaitingAt : (state?.oldestWaitingAt ?? null),
      practiceUntil: isSelf ? own.practiceUntil : practiceUntil(desk, station.id),
    };
  });
  stations.sort((a, b) => a.name.localeCompare(b.name, 'uk', { numeric: true }));
  return { stations, heardAt };
}

async function askStations(
  desk: Desk,
  transport: Transport,
  timeoutMs: number,
): Promise<StationsAnswer | null> {
  const { enrolment, identity } = desk.stores.intent;
  const enrolled = enrolment.get();
  const { client, protocol } = identity.get();
  // A server of the release before knows nothing of the others' queues.
  if (enrolled === null || protocol < 2) return null;
  const answered = await ask({
    transport,
    server: enrolled.server,
    path: '/sync/stations',
    bearer: `${enrolled.workstation}.${enrolled.secret}`,
    body: { client, request: desk.newId() },
    answer: StationsAnswer,
    timeoutMs,
    timers: desk.timers,
  });
  return answered.kind === 'answer' ? answered.value : null;
}

/** Until when a workstation should be practising by what was asked of it; whether it does, only its report will say. */
function practiceUntil(desk: Desk, workstation: string): string | null {
  const now = desk.time.serverMs();
  const practice = desk.stores.records.practice
    .newest(LOOKED_THROUGH)
    .find(
      (one) =>
        one.workstations.some((id) => id === workstation) &&
        one.calledOffAt === null &&
        Date.parse(one.endsAt) > now &&
        !one.results.some((result) => result.workstation === workstation),
    );
  return practice?.endsAt ?? null;
}
