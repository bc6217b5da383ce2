import { Appeal } from '../../../src-shared/appeal/model.ts';
import { HistoryEntry } from '../../../src-shared/history/model.ts';
import { aPeer } from '../../support/peer.ts';
import type { CentralServer } from './centralServer.ts';

/** An appeal as the centre holds it, with how often it was registered. */
export interface CentreAppeal {
  readonly number: string;
  readonly registrations: number;
}

/** Every appeal of the region, read over the network by another enrolled workstation. */
export async function appealsAtCentre(server: CentralServer): Promise<CentreAppeal[]> {
  const peer = await aPeer(server);
  const { rows } = await peer.pullAll();
  const registered = rows
    .filter(({ type }) => type === 'history')
    .map(({ doc }) => HistoryEntry.parse(doc))
    .filter(({ kind }) => kind === 'appeal.register');
  return rows
    .filter(({ type }) => type === 'appeal')
    .map(({ doc }) => Appeal.parse(doc))
    .map(({ id, number }) => ({
      number,
      registrations: registered.filter(({ subject }) => subject.id === id).length,
    }));
}
