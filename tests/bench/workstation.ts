// npm run bench -- workstation [--small]: what an operator feels, in the real window with a region's records on board.
import { rm } from 'node:fs/promises';
import { prepareWorkstation } from '../../scripts/demo/workstation.ts';
import { CallScreen } from '../e2e/pages/CallScreen.ts';
import { Card } from '../e2e/pages/Card.ts';
import { Result } from '../e2e/pages/Result.ts';
import { roadAppeal } from '../e2e/support/roadAppeal.ts';
import { launchWorkstation, type RunningWorkstation } from '../e2e/support/workstation.ts';
import { type Centre, freshFolder, PLACE, startCentre } from './centre.ts';
import { codeOf } from './documents.ts';
import type { FleetHandlers } from './fleet.ts';
import { loadNow, machineText } from './machine.ts';
import { startProgram } from './process.ts';
import { memoryOfAll } from './processMemory.ts';
import { measureRaw } from './raw.ts';
import { type Figure, percentile, shown, tableOf } from './table.ts';
import { waitForMeasured, watchKey, watchLetters } from './window.ts';

const isSmall = process.argv.includes('--small');
const sizes = isSmall
  ? { appeals: 500, starts: 2, calls: 3, letters: 60, records: 400, hour: 3 }
  : { appeals: 100_000, starts: 5, calls: 20, letters: 600, records: 10_000, hour: 40 };

const PAD = 'textarea.padText:focus';
const NUMBER = '[data-testid="registration-number"]';
/** Commands of one act of the fleet and the records they come to: a call with its appeal, applicant, number and four history lines. */
const COMMANDS_A_CALL = 4;
const RECORDS_A_CALL = 8;
/** A fast typist, in milliseconds between keys. */
const TYPING_MS = 60;

async function main(): Promise<void> {
  const loadBefore = loadNow();
  const centre = await startCentre('workstation', { codes: 2, appeals: sizes.appeals });
  const userData = await freshFolder('workstation-desk');
  try {
    const raw = await measureRaw(isSmall ? 500 : 20_000);
    say(`records of ${sizes.appeals} appeals`);
    await prepareWorkstation(userData, centre.url, async () => codeOf(centre.codes, 0));
    const figures = [await coldStart(userData), ...(await atWork(userData, centre))];
    process.stdout.write(`\n${machineText(raw.commitsPerSecond, loadBefore)}\n\n${tableOf(figures)}\n`);
  } finally {
    await centre.stop();
    await rm(PLACE, { recursive: true, force: true });
  }
}

function say(what: string): void {
  process.stderr.write(`measuring: ${what}\n`);
}

/** From the start of the program to a letter that stands in the pad of a call. */
async function coldStart(userData: string): Promise<Figure> {
  say('cold start');
  const took: number[] = [];
  for (let start = 0; start < sizes.starts; start += 1) {
    const began = performance.now();
    const workstation = await launchWorkstation({ userData });
    const call = new CallScreen(workstation.page);
    await call.start();
    await workstation.page.keyboard.type('я');
    await workstation.page.waitForFunction(
      (pad) => document.querySelector<HTMLTextAreaElement>(pad)?.value === 'я',
      PAD,
    );
    took.push(performance.now() - began);
    await endCall(workstation);
    await workstation.close();
  }
  const median = percentile(took, 0.5);
  return {
    name: `from the start of the program to a letter in the pad, ${sizes.appeals.toLocaleString('en')} appeals on board, median of ${took.length}`,
    value: `${shown(median)} ms`,
    aim: '< 1,500 ms',
    met: median < 1500,
    ratio: `the first, with nothing in the system's cache of files: ${shown(took[0] ?? Number.NaN)} ms`,
  };
}

async function atWork(userData: string, centre: Centre): Promise<Figure[]> {
  const workstation = await launchWorkstation({ userData });
  try {
    await workstation.page.getByRole('navigation').waitFor();
    return [
      await toThePad(workstation),
      await keystrokes(workstation, centre),
      await registration(workstation),
      await anHour(workstation),
    ];
  } finally {
    await workstation.kill();
  }
}

async function toThePad(workstation: RunningWorkstation): Promise<Figure> {
  say('F2');
  const { page } = workstation;
  const call = new CallScreen(page);
  const watched = await watchKey(page, 'F2', PAD);
  const took: number[] = [];
  for (let made = 0; made < sizes.calls; made += 1) {
    await call.start();
    await waitForMeasured(page, 1);
    took.push(...(await watched.take()));
    await endCall(workstation);
  }
  return lower('from F2 to the caret in the pad', took, 0.95, 100);
}

/** Letters typed while the records of many calls of other workstations arrive. */
async function keystrokes(workstation: RunningWorkstation, centre: Centre): Promise<Figure> {
  say('keystrokes during an exchange');
  const { page } = workstation;
  const fleet = startProgram<FleetHandlers>('fleet.ts');
  try {
    const commands = Math.ceil(sizes.records / RECORDS_A_CALL) * COMMANDS_A_CALL;
    await fleet.ask('prepare', { url: centre.url, codes: [codeOf(centre.codes, 1)], commands });
    const call = new CallScreen(page);
    await call.start();
    const watched = await watchLetters(page);
    const draining = fleet.ask('drain');
    for (let letter = 0; letter < sizes.letters; letter += 1) {
      // A Latin letter: only keys of the test's own keyboard are pressed, others would be put in as text.
      await page.keyboard.press(letter % 8 === 7 ? 'Space' : 'KeyA');
      await page.waitForTimeout(TYPING_MS);
    }
    await draining;
    await waitForMeasured(page, sizes.letters);
    const took = await watched.take();
    await endCall(workstation);
    return lower(
      `work of a letter's frame, from its key to the screen, while ${sizes.records.toLocaleString('en')} records arrive, ${sizes.letters} of them`,
      took,
      0.99,
      16,
    );
  } finally {
    await fleet.end();
  }
}

async function registration(workstation: RunningWorkstation): Promise<Figure> {
  say('registration');
  const { page } = workstation;
  const watched = await watchKey(page, 'Enter', NUMBER);
  const took: number[] = [];
  for (let made = 0; made < sizes.calls; made += 1) {
    await anAppeal(workstation, made);
    await new Result(page).registered().waitFor();
    await waitForMeasured(page, 1);
    // Enter also chooses in the fields of the card; the last one is Ctrl+Enter.
    took.push((await watched.take()).at(-1) ?? Number.NaN);
    await new Result(page).close();
  }
  return lower('from Ctrl+Enter to the number on the screen', took, 0.95, 100);
}

/** As many calls as a fast operator takes in an hour, all kinds of them; then the memory of every process. */
async function anHour(workstation: RunningWorkstation): Promise<Figure> {
  say('an hour');
  const { page, app } = workstation;
  for (let made = 0; made < sizes.hour; made += 1) {
    if (made % 3 === 0) {
      await anAppeal(workstation, made);
      await new Result(page).close();
      continue;
    }
    const call = new CallScreen(page);
    await call.start();
    await call.phone().fill(`05011${String(10_000 + made)}`);
    await call.writeNotes(['Питає, коли відновлять світло', 'Пояснено, куди звернутися']);
    if (made % 3 === 1) {
      await endCall(workstation);
      continue;
    }
    const card = new Card(page);
    await card.openConsultation();
    await card.fillConsultation('світло', 'Пояснено, куди звернутися');
    await card.complete();
    await new Result(page).consultation().waitFor();
    await new Result(page).close();
  }
  const processes = await memoryOfAll(app);
  const bytes = processes.reduce((sum, process) => sum + process.bytes, 0);
  return {
    name: `memory of all processes after ${sizes.hour} calls, an hour's work`,
    value: `${shown(bytes / 1e6)} MB`,
    aim: '< 450 MB',
    met: bytes < 450e6,
    ratio: processes.map((process) => `${process.name} ${shown(process.bytes / 1e6)} MB`).join(', '),
  };
}

async function anAppeal({ page }: RunningWorkstation, index: number): Promise<void> {
  const call = new CallScreen(page);
  await call.start();
  await call.phone().fill(`05022${String(10_000 + index)}`);
  await call.writeNotes(['Яма на всю дорогу', 'Просить засипати']);
  const card = new Card(page);
  await card.openAppeal();
  await card.fillAppeal({ ...roadAppeal, surname: `Проба${'абвгд'[index % 5] ?? ''}` });
  await card.complete();
}

/** Ends a call that brought nothing: its notes stay with it. */
async function endCall({ page }: RunningWorkstation): Promise<void> {
  await page.keyboard.press('F4');
  await page.locator('#end-title').waitFor();
  // The first of the codes: the call dropped.
  await page.keyboard.press('1');
  await page.getByRole('button', { name: /Почати дзвінок/ }).waitFor();
}

function lower(name: string, took: readonly number[], share: number, aim: number): Figure {
  const value = percentile(took, share);
  return {
    name: `${name}, p${share * 100} of ${took.length}`,
    value: `${shown(value)} ms`,
    aim: `< ${aim} ms`,
    met: value < aim,
    ratio: `median ${shown(percentile(took, 0.5))} ms, longest ${shown(Math.max(...took))} ms`,
  };
}

await main();
process.exit();
