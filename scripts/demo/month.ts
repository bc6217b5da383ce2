// npm run demo:month [-- --server URL --data HOLOS_DATA]: the hotline's first month in a server, and its summary from the database.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runAction } from '../../src-server/admin/actions.ts';
import { monthFigures } from '../../src-server/report/month.ts';
import { startServer } from '../../src-server/server.ts';
import { MonthFigures } from '../../src-shared/report/month.ts';
import { monthText } from '../../src-shared/report/monthText.ts';
import { Language } from '../../src-shared/settings/model.ts';
import { DEMO_REGION } from './accounts.ts';
import { pairingCode, reportedFigures } from './administrator.ts';
import { loadActs } from './loader.ts';
import { kyivMs } from './month/calendar.ts';
import { FIRST_MONTH, FIRST_MONTH_SEED, FIRST_MONTH_TOTALS, generateMonth } from './month/month.ts';
import { takeSeats } from './seats.ts';

const USAGE = 'npm run demo:month [-- --server URL --data HOLOS_DATA] [--seed NUMBER]';

interface Options {
  readonly server: string | undefined;
  readonly data: string | undefined;
  readonly seed: number;
}

function readOptions(): Options {
  const { values } = parseArgs({
    options: { server: { type: 'string' }, data: { type: 'string' }, seed: { type: 'string' } },
  });
  const seed = values.seed === undefined ? FIRST_MONTH_SEED : Number(values.seed);
  if (!Number.isSafeInteger(seed)) throw new Error(`--seed takes a whole number. ${USAGE}`);
  const data = values.data ?? process.env.HOLOS_DATA;
  if (values.server !== undefined && data === undefined) {
    throw new Error(
      `--server needs --data: pairing codes and figures come from the server's own folder. ${USAGE}`,
    );
  }
  return { server: values.server, data, seed };
}

async function main(): Promise<void> {
  const options = readOptions();
  const { server, data } = options;
  const figures =
    server === undefined || data === undefined
      ? await inFreshServer(options.seed)
      : await load(
          server,
          () => pairingCode(data),
          options.seed,
          async () => MonthFigures.parse(await reportedFigures(data, FIRST_MONTH)),
        );
  for (const language of Language.options) say(`\n== ${language}\n${monthText(figures, language)}`);
  process.exitCode = isFirstMonth(figures) ? 0 : 1;
}

/** A server of its own in a temporary folder, removed afterwards. */
async function inFreshServer(seed: number): Promise<MonthFigures> {
  const dataDir = await mkdtemp(join(tmpdir(), 'holos-month-'));
  // The month has just ended: numbers are leased for its year, whatever year it is today.
  const opened = kyivMs('2026-11-02', 9 * 3600) - performance.now();
  const server = await startServer({
    dataDir,
    isDemo: true,
    now: () => Math.round(opened + performance.now()),
  });
  try {
    const code = async () => {
      const made = await runAction(server.context, 'pair', {});
      return String((made as { code: unknown }).code);
    };
    return await load(server.url, code, seed, () =>
      monthFigures(server.context.store, DEMO_REGION, FIRST_MONTH),
    );
  } finally {
    await server.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function load(
  url: string,
  code: () => Promise<string>,
  seed: number,
  figures: () => Promise<MonthFigures>,
): Promise<MonthFigures> {
  const acts = generateMonth(seed);
  say(`${acts.length} acts of ${FIRST_MONTH} (seed ${seed}) go to ${url}.`);
  const began = performance.now();
  const applied = await loadActs(await takeSeats(url, code, `Demo ${FIRST_MONTH}`), acts, (day, done, all) =>
    say(`  ${day}  ${String(Math.round((100 * done) / all)).padStart(3)} %  ${done} acts`),
  );
  say(
    `${applied} commands applied in ${((performance.now() - began) / 1000).toFixed(1)} s. Counted in the database:`,
  );
  return await figures();
}

/** Says aloud what differs from the month that was promised. */
function isFirstMonth(figures: MonthFigures): boolean {
  const { appeals, consultations, urgent } = FIRST_MONTH_TOTALS;
  const promised = {
    calls: appeals + consultations,
    appeals,
    consultations,
    urgentForwarded: urgent,
    onControl: appeals,
  };
  const wrong = Object.entries(promised).filter(
    ([name, count]) => figures[name as keyof typeof promised] !== count,
  );
  for (const [name, count] of wrong) {
    process.stderr.write(
      `${name} should be ${count}, the database has ${figures[name as keyof typeof promised]}.\n`,
    );
  }
  return wrong.length === 0;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
