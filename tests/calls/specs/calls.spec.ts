import { Call } from '../../../src-shared/call/model.ts';
import { toEpochMs } from '../../../src-shared/clock.ts';
import { expect, test } from '../../e2e/fixtures.ts';
import { CallScreen } from '../../e2e/pages/CallScreen.ts';
import { TelephoneLine } from '../../e2e/pages/TelephoneLine.ts';
import { beginWork } from '../../e2e/support/beginWork.ts';
import type { CentralServer } from '../../e2e/support/centralServer.ts';
import { freePort } from '../../e2e/support/freePort.ts';
import { keepPicture } from '../../e2e/support/screenshots.ts';
import { aPeer } from '../../support/peer.ts';
import { startExchange } from '../support/exchange.ts';

const CITIZEN = '380501234567';

/** Every call record of the region, as the centre holds it. */
async function callsAtCentre(server: CentralServer): Promise<Call[]> {
  const peer = await aPeer(server);
  const { rows } = await peer.pullAll();
  return rows.filter(({ type }) => type === 'call').map(({ doc }) => Call.parse(doc));
}

test('calls over a real exchange: answered with a hold, given up, refused', async ({
  server,
  launch,
}, testInfo) => {
  const workstation = await launch('desk');
  await beginWork(workstation, server, 'koval', 'Місце 1');
  const { page } = workstation;
  const line = new TelephoneLine(page);
  const screen = new CallScreen(page);
  const address = await line.turnOn(await freePort());
  await line.closeSettings();
  const exchange = await startExchange(testInfo.outputPath('exchange'), address);
  try {
    await test.step('answered, held, hung up: one record with the line’s number and times', async () => {
      const citizen = exchange.call('citizen', CITIZEN);
      await exchange.phone.rings();
      await expect(line.row('Дзвонить')).toContainText('050 123 45 67');
      await expect(screen.pad()).toBeHidden();
      exchange.phone.press('accept');
      await expect(screen.pad()).toBeFocused();
      await expect(screen.phone()).toHaveValue(/50 ?123 ?45 ?67/);
      await page.keyboard.type('Не світить ліхтар');
      exchange.phone.press('hold');
      await expect(line.row('На утриманні')).toBeVisible();
      await keepPicture(page, 'call-held-uk');
      exchange.phone.press('resume');
      await expect(line.row('На утриманні')).toBeHidden();
      exchange.phone.press('hangup');
      expect(await citizen).toBe(0);
      // The work after the call: its card is still there, with what was written.
      await expect(page.getByText('Після дзвінка')).toBeVisible();
      await expect(screen.pad()).toHaveValue('Не світить ліхтар');
      await keepPicture(page, 'call-after-uk');
      await page.keyboard.press('F4');
      await page.keyboard.press('5');
      await expect(screen.pad()).toBeHidden();
    });

    await test.step('given up: counted as missed, no card', async () => {
      const citizen = exchange.call('gives-up', '380671112233');
      await exchange.phone.rings();
      await expect(line.row('Дзвонить')).toContainText('067 111 22 33');
      expect(await citizen).toBe(0);
      await expect(line.row('Дзвонить')).toBeHidden();
      await expect(line.missed()).toContainText('1 пропущений');
      await expect(screen.pad()).toBeHidden();
    });

    await test.step('refused by the operator: no card either', async () => {
      const citizen = exchange.call('citizen', '380931234567');
      await exchange.phone.rings();
      await expect(line.row('Дзвонить')).toContainText('093 123 45 67');
      exchange.phone.press('hangup');
      expect(await citizen).toBe(0);
      await expect(line.row('Дзвонить')).toBeHidden();
      await expect(line.missed()).toContainText('2 пропущені');
    });

    await expect
      .poll(async () => (await callsAtCentre(server)).map(({ endedAt }) => endedAt !== null))
      .toEqual([true]);
    const [record] = await callsAtCentre(server);
    expect(record).toMatchObject({
      phone: `+${CITIZEN}`,
      line: { from: CITIZEN, direction: 'in', feed: 'loopback', queue: 'hotline' },
      times: {
        ringing: { source: 'line' },
        answered: { source: 'line' },
        ended: { source: 'line' },
        holds: { count: 1 },
      },
    });
    const { answered, ended, talkSeconds = 0 } = record?.times ?? {};
    const talked = (toEpochMs(ended?.at ?? '') - toEpochMs(answered?.at ?? '')) / 1000;
    // The exchange counts whole seconds by its own clock.
    expect(Math.abs(talked - talkSeconds)).toBeLessThanOrEqual(1.5);
  } finally {
    await exchange.close();
  }
});
