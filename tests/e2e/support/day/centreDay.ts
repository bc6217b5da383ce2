import { Appeal } from '../../../../src-shared/appeal/model.ts';
import { Attachment } from '../../../../src-shared/attachment/model.ts';
import { Call } from '../../../../src-shared/call/model.ts';
import { Consultation } from '../../../../src-shared/consultation/model.ts';
import { HistoryEntry } from '../../../../src-shared/history/model.ts';
import { aPeer } from '../../../support/peer.ts';
import type { CentralServer } from '../centralServer.ts';

/** A whole day as the centre holds it. */
export interface CentreDay {
  readonly calls: readonly Call[];
  readonly appeals: readonly Appeal[];
  readonly consultations: readonly Consultation[];
  readonly attachments: readonly Attachment[];
  readonly history: readonly HistoryEntry[];
  /** How many records there are of every other type. */
  readonly count: (type: string) => number;
}

/** Everything of the region, read over the network by another enrolled workstation. */
export async function dayAtCentre(server: CentralServer): Promise<CentreDay> {
  const peer = await aPeer(server);
  const { rows } = await peer.pullAll();
  const ofType = <T>(type: string, schema: { parse(doc: unknown): T }): T[] =>
    rows.filter((row) => row.type === type).map(({ doc }) => schema.parse(doc));
  return {
    calls: ofType('call', Call),
    appeals: ofType('appeal', Appeal),
    consultations: ofType('consultation', Consultation),
    attachments: ofType('attachment', Attachment),
    history: ofType('history', HistoryEntry),
    count: (type) => rows.filter((row) => row.type === type).length,
  };
}

/** How often each value stands there. */
export function tallyOf<T extends string>(values: readonly T[]): Record<string, number> {
  const tally: Record<string, number> = {};
  for (const value of values) tally[value] = (tally[value] ?? 0) + 1;
  return tally;
}
