import { randomUUID } from 'node:crypto';
import { DEMO_ACCOUNTS } from '../../src-server/admin/demo.ts';
import type { Context } from '../../src-server/context.ts';
import { writeDocuments } from '../../src-server/store/record.ts';
import { raiseVersion } from '../../src-server/store/region.ts';
import { inWriteTransaction } from '../../src-server/store/transaction.ts';
import { insertMark } from '../../src-server/store/versionMark.ts';
import { decideCommand } from '../../src-shared/command/decide.ts';
import type { Command } from '../../src-shared/command/envelope.ts';
import { formatNumber } from '../../src-shared/number/number.ts';
import type { RecordView, RecordWrite } from '../../src-shared/record/model.ts';
import { aCard } from '../support/workstation.ts';
import { newId, textOf } from './acts.ts';

/** Appeals of one version: as many as a workstation pushes at once. */
const APPEALS_AT_ONCE = 25;

/** Fills a region with registered appeals, decided by the product's own rule: appeal, applicant, number and history line each. */
export async function fillCentre(context: Context, appeals: number): Promise<void> {
  const at = new Date().toISOString();
  for (let done = 0; done < appeals; done += APPEALS_AT_ONCE) {
    const count = Math.min(APPEALS_AT_ONCE, appeals - done);
    const writes = Array.from({ length: count }, (_, index) => registered(done + index)).flat();
    await inWriteTransaction(context.store.db, async (tx) => {
      const version = await raiseVersion(tx, 'dn');
      await writeDocuments(tx, { region: 'dn', version, ordinal: 0 }, writes);
      await insertMark(tx, 'dn', version, at, context.random);
    });
  }
}

const AUTHOR = DEMO_ACCOUNTS[0];
const STATION = randomUUID();

/** One registered appeal as the rule writes it: appeal, number, applicant and history line. */
export function registered(index: number): readonly RecordWrite[] {
  const number = formatNumber({
    office: 'ДН',
    year: 2026,
    series: 1 + Math.floor(index / 9_000),
    serial: 1 + (index % 9_000),
  });
  const command = {
    id: newId(),
    region: 'dn',
    workstation: STATION,
    kind: 'appeal.register',
    v: 1,
    actor: AUTHOR.id,
    payload: { appeal: newId(), call: null, card: aCard({ text: textOf(index) }) },
    base: null,
    minted: { number },
    // Spread over the hundred days before the day of the run, one minute and a half apart.
    at: {
      wall: Date.now() - 100 * 86_400_000 + (index % 96_000) * 90_000,
      offsetMs: 0,
      uncertaintyMs: 5,
      mono: 0,
      bootId: STATION,
    },
  } as unknown as Command;
  const decided = decideCommand(onlyAuthor, command);
  if (!decided.ok) throw new Error(`an appeal of the filling was refused: ${decided.code}`);
  return decided.writes;
}

const onlyAuthor: RecordView = {
  get: (type) => (type === 'operator' ? { ...AUTHOR, region: 'dn', active: true } : undefined) as never,
};
