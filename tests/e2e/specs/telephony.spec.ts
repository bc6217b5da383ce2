import { readFileSync } from 'node:fs';
import { expect, test } from '../fixtures.ts';
import { CallScreen } from '../pages/CallScreen.ts';
import { TelephoneLine } from '../pages/TelephoneLine.ts';
import { seriousViolations } from '../support/axe.ts';
import { beginWork } from '../support/beginWork.ts';
import { freePort } from '../support/freePort.ts';
import { resize, wear } from '../support/look.ts';
import { electronFlags } from '../support/places.ts';
import { listenToRings, ringsOf } from '../support/rings.ts';
import { keepPicture } from '../support/screenshots.ts';

test.describe.configure({ timeout: 120_000 });

const CALLER = '380501234567';

/** Posts one event of a call as a telephone program would. */
async function tell(address: string, event: string, over: object = {}): Promise<void> {
  const call = { callId: 'call-1', from: CALLER, to: '0800', direction: 'in', ...over };
  const answer = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ event, ...call }),
  });
  expect(answer.status).toBe(200);
}

test('the line shows who calls before the answer, opens the card, holds, ends; a missed one is counted', async ({
  server,
  launch,
}) => {
  const workstation = await launch('desk');
  await beginWork(workstation, server, 'koval', 'Місце 1');
  const { page } = workstation;
  const line = new TelephoneLine(page);
  const call = new CallScreen(page);
  const address = await line.turnOn(await freePort());
  await keepPicture(page, 'line-settings-uk');
  expect(await seriousViolations(page)).toEqual([]);
  await line.closeSettings();

  await tell(address, 'newCall');
  await expect(line.row('Дзвонить')).toContainText('050 123 45 67');
  await expect(line.row('Дзвонить')).toContainText('Номер у нас уперше');
  expect(await seriousViolations(page)).toEqual([]);
  await keepPicture(page, 'line-ringing-uk');
  // A ring opens nothing by itself.
  await expect(call.pad()).toBeHidden();

  await tell(address, 'answer');
  await expect(call.pad()).toBeFocused();
  await expect(call.phone()).toHaveValue(/50 ?123 ?45 ?67/);
  await expect(line.row('Дзвонить')).toBeHidden();
  await page.keyboard.type('Немає води');

  await tell(address, 'hold');
  await expect(line.row('На утриманні')).toBeVisible();
  await tell(address, 'unhold');
  await expect(line.row('На утриманні')).toBeHidden();

  // A second caller waits beside the open card and takes nothing from it.
  await tell(address, 'newCall', { callId: 'call-2', from: '<unknown>' });
  await expect(line.row('Дзвонить')).toContainText('Номер приховано');
  await expect(line.row('Дзвонить')).toContainText('чекає, поки ви розмовляєте');
  await expect(call.pad()).toBeFocused();
  await keepPicture(page, 'line-second-uk');
  await tell(address, 'hangup', { callId: 'call-2', cause: 'cancel' });
  await expect(line.missed()).toContainText('1 пропущений');
  await line.missed().click();
  await expect(page.getByText('Пропущені сьогодні')).toBeVisible();
  expect(await seriousViolations(page)).toEqual([]);
  await keepPicture(page, 'line-missed-uk');
  await page.keyboard.press('Escape');

  await tell(address, 'hangup', { cause: 'normalClearing' });
  await expect(call.pad()).toHaveValue('Немає води');
  await keepPicture(page, 'line-ended-uk');
  // What is written down about the line is enough to look into trouble, and calls nobody.
  const log = readFileSync(workstation.logFile, 'utf8');
  expect(log).toContain('telephone line');
  expect(log).not.toContain('0501234567');
  expect(log).not.toContain(CALLER);
});

test('a card begun by hand is the answered call’s; another number is asked about; a lost end is asked for after a restart', async ({
  server,
  launch,
}) => {
  const workstation = await launch('desk');
  await beginWork(workstation, server, 'koval', 'Місце 1');
  const line = new TelephoneLine(workstation.page);
  const call = new CallScreen(workstation.page);
  const address = await line.turnOn(await freePort());
  await line.closeSettings();

  // The number is withheld: the card is begun by its usual key, and filled in by nobody.
  await tell(address, 'newCall', { callId: 'call-0', from: 'anonymous' });
  await expect(line.row('Дзвонить')).toContainText('Номер приховано');
  await workstation.page.keyboard.press('F2');
  await expect(call.pad()).toBeFocused();
  await expect(line.row('Дзвонить')).toBeHidden();
  await expect(call.phone()).toHaveValue('');
  await tell(address, 'answer', { callId: 'call-0', from: 'anonymous' });
  await tell(address, 'hangup', { callId: 'call-0', from: 'anonymous' });
  await expect(workstation.page.getByText('Після дзвінка')).toBeVisible();
  await workstation.page.keyboard.press('F9');
  await call.start();
  await tell(address, 'newCall');
  await tell(address, 'answer');
  await expect(call.phone()).toHaveValue(/50 ?123 ?45 ?67/);
  await expect(line.row('Розмова без картки')).toBeHidden();

  await tell(address, 'newCall', { callId: 'call-2', from: '380671112233' });
  await tell(address, 'answer', { callId: 'call-2' });
  await expect(line.row('Розмова без картки')).toContainText('067 111 22 33');
  await expect(line.row('Ще розмовляєте?')).toContainText('050 123 45 67');
  await keepPicture(workstation.page, 'line-asked-uk');
  await resize(workstation, { width: 1280, height: 720 });
  await wear(workstation, { language: 'en', theme: 'dark' });
  await keepPicture(workstation.page, 'line-asked-en-dark');
  await wear(workstation, { language: 'uk', theme: 'light' });
  await workstation.page.keyboard.press('F5');
  await expect(call.phone()).toHaveValue(/67 ?111 ?22 ?33/);
  await expect(workstation.page.getByRole('tab')).toHaveCount(5);

  await workstation.kill();
  const again = await launch('desk');
  const after = new TelephoneLine(again.page);
  await expect(after.row('Ще розмовляєте?')).toHaveCount(2);
  await after.row('067 111 22 33').getByRole('button', { name: 'Розмову закінчено' }).click();
  await expect(after.row('Ще розмовляєте?')).toHaveCount(1);
  await keepPicture(again.page, 'line-doubtful-uk');
});

test('a link only proposes: nothing opens until the operator takes it, and a flood of links is one', async ({
  server,
  launch,
}) => {
  const workstation = await launch('desk');
  await beginWork(workstation, server, 'koval', 'Місце 1');
  const { page, app } = workstation;
  const line = new TelephoneLine(page);
  const call = new CallScreen(page);
  const follow = (link: string) =>
    app.evaluate(
      ({ app: started }, address) => void started.emit('second-instance', {}, ['holos', address]),
      link,
    );
  await follow('holos://call?from=0501234567');
  await follow('holos://call?from=0671112233');
  await expect(line.row('Посилання пропонує дзвінок')).toContainText('050 123 45 67');
  await expect(call.pad()).toBeHidden();
  await keepPicture(page, 'line-link-uk');
  await page.keyboard.press('F5');
  await expect(call.pad()).toBeFocused();
  await expect(call.phone()).toHaveValue(/50 ?123 ?45 ?67/);
  await expect(line.row('Посилання пропонує дзвінок')).toBeHidden();
});

test('lifting the hook of a headset takes the ringing call, a muted microphone is seen, and nothing nags without one', async ({
  server,
  launch,
}) => {
  const workstation = await launch('desk');
  const { page } = workstation;
  // In place of the browser's own devices, of which no build machine has one.
  await page.evaluate(() => {
    const bit = (usage: number) => ({ isAbsolute: true, reportSize: 1, reportCount: 1, usages: [usage] });
    const device = Object.assign(new EventTarget(), {
      productName: 'Проба 80',
      opened: false,
      collections: [
        { usagePage: 0x0b, inputReports: [{ reportId: 1, items: [bit(0x0b0020), bit(0x0b002f)] }] },
      ],
      open: async () => undefined,
      close: async () => undefined,
    });
    const hid = Object.assign(new EventTarget(), { getDevices: async () => [device] });
    Object.defineProperty(navigator, 'hid', { value: hid });
    Object.assign(window, {
      reportOfHeadset(byte: number) {
        const data = new DataView(Uint8Array.of(byte).buffer);
        device.dispatchEvent(Object.assign(new Event('inputreport'), { reportId: 1, data }));
      },
    });
  });
  const report = (byte: number) =>
    page.evaluate(
      (bits) => (window as unknown as { reportOfHeadset(byte: number): void }).reportOfHeadset(bits),
      byte,
    );
  await beginWork(workstation, server, 'koval', 'Місце 1');
  const line = new TelephoneLine(page);
  const call = new CallScreen(page);
  const address = await line.turnOn(await freePort());
  await expect(page.getByText('Читаємо гарнітуру «Проба 80»')).toBeVisible();
  await line.closeSettings();
  await report(1);
  // Nothing rings: the hook alone begins nothing.
  await expect(call.pad()).toBeHidden();
  await report(0);
  await tell(address, 'newCall');
  await expect(line.row('Дзвонить')).toBeVisible();
  await report(1);
  await expect(call.pad()).toBeFocused();
  await report(3);
  await expect(page.getByText('Мікрофон вимкнено')).toBeVisible();
  await keepPicture(page, 'line-muted-uk');
});

test('a call rings on the chosen output alone, is silent during a talk and while that output is gone, and is seen each time', async ({
  server,
  launch,
}) => {
  // Outputs of the browser's own making: a build machine has none.
  const flags = [...electronFlags(), '--use-fake-device-for-media-stream'].join(' ');
  const workstation = await launch('desk', { ...process.env, HOLOS_ELECTRON_FLAGS: flags });
  const { page } = workstation;
  await listenToRings(page);
  await beginWork(workstation, server, 'koval', 'Місце 1');
  const line = new TelephoneLine(page);
  const address = await line.turnOn(await freePort());
  await line.ringOn('Fake Audio Output 2');
  await keepPicture(page, 'line-ring-uk');
  expect(await seriousViolations(page)).toEqual([]);
  await line.closeSettings();

  await tell(address, 'newCall');
  await expect(line.row('Дзвонить')).toBeVisible();
  await expect.poll(() => ringsOf(page)).toEqual(['Fake Audio Output 2']);
  await tell(address, 'answer');
  await expect(new CallScreen(page).pad()).toBeFocused();

  // A second caller while somebody talks: seen, not heard.
  await tell(address, 'newCall', { callId: 'call-2', from: '380671112233' });
  await expect(line.row('Дзвонить')).toContainText('чекає, поки ви розмовляєте');
  expect(await ringsOf(page)).toEqual(['Fake Audio Output 2']);
  await tell(address, 'hangup', { callId: 'call-2', cause: 'cancel' });
  await tell(address, 'hangup', { cause: 'normalClearing' });
  await page.keyboard.press('F9');

  // The output is pulled out: seen, not heard on another.
  await listenToRings(page, { without: 'Fake Audio Output 2' });
  await tell(address, 'newCall', { callId: 'call-3', from: '380671112233' });
  await expect(line.row('Дзвонить')).toContainText('067 111 22 33');
  expect(await ringsOf(page)).toEqual([]);
});
