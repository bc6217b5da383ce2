import type { StationState, StationsAnswer, StationsRequest } from '../../src-shared/sync/stations.ts';
import type { Context, Workstation } from '../context.ts';
import { listWorkstations } from '../store/workstation.ts';

/** What was last heard from each workstation of the region that is not shut out: when, and what waited there. */
export async function stations(
  context: Context,
  workstation: Workstation,
  request: StationsRequest,
): Promise<StationsAnswer> {
  const rows = await listWorkstations(context.store.db, workstation.region);
  const told = rows
    .filter(({ revoked }) => revoked === 0)
    .map(({ id, name, seen_at, waiting, oldest_waiting_at }) => ({
      workstation: id as StationState['workstation'],
      name,
      seenAt: seen_at,
      waiting,
      oldestWaitingAt: oldest_waiting_at,
    }));
  return { client: request.client, request: request.request, stations: told };
}
