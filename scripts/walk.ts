// node scripts/walk.ts --server URL --user-data FOLDER [--demo]: the main job, walked through the real interface by itself. Started by
// `npm start` where there is no display; HOLOS_DATA names the server's folder, out of which pairing codes come.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { FirstRun } from '../tests/e2e/pages/FirstRun.ts';
import { beginWork } from '../tests/e2e/support/beginWork.ts';
import { projectFolder } from '../tests/e2e/support/places.ts';
import { launchWorkstation, type RunningWorkstation } from '../tests/e2e/support/workstation.ts';
import { pairingCode } from './demo/administrator.ts';
import { loadDay } from './demo/loadDay.ts';
import { prepareWorkstation } from './demo/workstation.ts';
import { openRelay } from './walk/relay.ts';
import { openReport, type Report } from './walk/report.ts';
import { consult, findAgain, handOver, killWhileTyping, registerDuringOutage } from './walk/steps.ts';

interface Options {
  readonly server: string;
  readonly userData: string;
  readonly data: string;
  readonly isDemo: boolean;
}

function readOptions(): Options {
  const { values } = parseArgs({
    options: { server: { type: 'string' }, 'user-data': { type: 'string' }, demo: { type: 'boolean' } },
  });
  const { server, 'user-data': userData, demo = false } = values;
  const data = process.env.HOLOS_DATA;
  if (server === undefined || userData === undefined || data === undefined) {
    throw new Error('Usage: HOLOS_DATA=FOLDER node scripts/walk.ts --server URL --user-data FOLDER [--demo]');
  }
  return { server, userData, data, isDemo: demo };
}

async function main(): Promise<void> {
  const options = readOptions();
  const report = openReport(join(projectFolder, '.holos', 'screenshots'));
  const running = new Set<RunningWorkstation>();
  const open = async (userData: string): Promise<RunningWorkstation> => {
    const workstation = await launchWorkstation({ userData });
    running.add(workstation);
    return workstation;
  };
  try {
    await walk(options, report, open);
  } finally {
    for (const workstation of running) await workstation.kill();
  }
  process.stdout.write(`The main job works. Pictures: ${report.folder}\n`);
  process.exit(0);
}

async function walk(
  { server, userData, data, isDemo }: Options,
  report: Report,
  open: (userData: string) => Promise<RunningWorkstation>,
): Promise<void> {
  const relay = await openRelay(server);
  const centre = { url: relay.url, pairingCode: () => pairingCode(data) };
  if (isDemo) {
    const { day, calls } = await loadDay(server, data, Date.now());
    await prepareWorkstation(userData, relay.url, centre.pairingCode);
    report.done(`The demo day ${day} is loaded (${calls} calls); koval is signed in`);
  }
  const first = await open(userData);
  if (isDemo) {
    await first.page.getByRole('navigation').waitFor();
    await report.picture(first.page, 'demo-day');
  } else {
    await new FirstRun(first.page).heading().waitFor();
    await report.picture(first.page, 'first-run');
    await beginWork(first, centre, 'koval', 'Робоче місце 1');
    report.done('First run: paired with the centre by a code, operator koval signed in');
  }
  await consult(first, report);
  const number = await registerDuringOutage(first, relay, report);
  const promised = await killWhileTyping(first, report);
  const again = await open(userData);
  await findAgain(again, promised, report);
  const leadData = `${userData}-lead`;
  rmSync(leadData, { recursive: true, force: true });
  const lead = await open(leadData);
  await beginWork(lead, centre, 'shevchuk', 'Місце старшої зміни');
  await handOver(lead, again, number, report);
}

main().catch((error: unknown) => {
  process.stderr.write(`The walk stopped: ${error instanceof Error ? error.message : String(error)}\n`);
  // Pipes of a killed Electron may linger; the walk has nothing more to wait for.
  process.exit(1);
});
