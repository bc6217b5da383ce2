import type { OutputOf } from '../../../src-shared/ipc/contract.ts';
import type { Answer } from '../../../src-shared/ipc/envelope.ts';
import { err, ok } from '../../../src-shared/result.ts';
import { type HandlerParts, signedIn } from '../handlerParts.ts';
import { listPractices } from '../query/practice.ts';
import { listStations } from '../sync/stations.ts';

/** Practised outages and the workstations of the region. */
export function practiceHandlers(parts: HandlerParts) {
  const { desk, session } = parts;
  return {
    'practice.list': () => signedIn(parts, () => ok({ practices: listPractices(desk) })),
    'practice.leave': () =>
      signedIn(parts, () => {
        parts.practice.leave();
        return ok({});
      }),
    'station.list': async (): Promise<Answer<OutputOf<'station.list'>>> => {
      const current = session.get();
      if (current === null) return err({ code: 'notSignedIn', data: {} });
      if (current.operator.role !== 'lead')
        return err({ code: 'not_permitted', data: { role: current.operator.role } });
      return ok(await listStations(desk, parts.transport, parts.requestMs, parts.sync.status()));
    },
  };
}
