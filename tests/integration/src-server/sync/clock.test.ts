import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { CommandTime } from '../../../../src-shared/clock.ts';
import { formatNumber } from '../../../../src-shared/number/number.ts';
import { aPeer, type Peer } from '../../../support/peer.ts';
import { ENGINES, useBench } from '../../../support/stores.ts';
import { aCard } from '../../../support/workstation.ts';

const DAY = 24 * 3600_000;
const YEARS = 10 * 365 * DAY;

/** A registration by a clock that says `wall`, measured or not. */
function registration(peer: Peer, at: Partial<CommandTime>, serial: number) {
  const block = peer.blocks[0];
  if (block === undefined) throw new Error('no numbers leased');
  const { office, year } = block;
  const number = formatNumber({ office, year, series: 0, serial: block.lo + serial });
  const appeal = randomUUID();
  const time = { wall: Date.now(), offsetMs: 0, uncertaintyMs: 5, mono: 1000, bootId: randomUUID(), ...at };
  const command = peer.command(
    'appeal.register',
    { appeal, call: null, card: aCard() },
    { minted: { number }, at: time },
  );
  return { appeal, command };
}

const historyOf = async (peer: Peer, command: string) => {
  const { rows } = await peer.pullAll();
  return rows.find(({ type, id }) => type === 'history' && id === command)?.doc;
};

describe.each(ENGINES)('a wrong clock, %s', (engine) => {
  const suite = useBench(engine);

  test.each([
    ['ten years ahead and not measured', { wall: Date.now() + YEARS, offsetMs: null }],
    ['ten years behind and not measured', { wall: Date.now() - YEARS, offsetMs: null }],
    ['ten minutes ahead of the centre in spite of a measurement', { wall: Date.now() + 600_000 }],
  ])('is accepted and flagged: %s', async (_name, at) => {
    const peer = await aPeer(suite.server());
    const { command } = registration(peer, at, 0);
    const { results } = await peer.push([command]);
    expect(results).toMatchObject([{ outcome: 'applied', code: null }]);
    expect((await historyOf(peer, command.id))?.marks).toEqual(['clock_suspect']);
  });

  test('two days ahead and measured: the true time counts, both are told, nothing is flagged', async () => {
    const peer = await aPeer(suite.server());
    const before = Date.now();
    const { appeal, command } = registration(peer, { wall: before + 2 * DAY, offsetMs: 2 * DAY }, 0);
    await peer.push([command]);
    const { rows } = await peer.pullAll();
    const doc = rows.find(({ type, id }) => type === 'appeal' && id === appeal)?.doc;
    expect(doc?.registeredAt).toBe(new Date(before).toISOString());
    const entry = await historyOf(peer, command.id);
    expect(entry).toMatchObject({ stationAt: new Date(before + 2 * DAY).toISOString() });
  });

  test('of one workstation leaves the others as they are', async () => {
    const wrong = await aPeer(suite.server());
    const right = await aPeer(suite.server());
    await wrong.push([registration(wrong, { wall: Date.now() + YEARS, offsetMs: null }, 0).command]);
    const { command } = registration(right, {}, 0);
    const { results } = await right.push([command]);
    expect(results).toMatchObject([{ outcome: 'applied' }]);
    const entry = await historyOf(wrong, command.id);
    expect(entry).not.toHaveProperty('marks');
    expect(entry).not.toHaveProperty('stationAt');
  });
});
