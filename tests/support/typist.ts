import { performance } from 'node:perf_hooks';
import { pino } from 'pino';
import { nodeTransport } from '../../src-main/data/sync/transport.ts';
import { openWorkstation } from '../../src-main/data/workstation.ts';

/**
 * Run as a process of its own and killed by the test: types into a note without end and says on stdout which revision it was
 * told to be saved. Arguments: folder, key, folder of the migrations, call.
 */
const [dir = '', key = '', migrationsDir = '', call = ''] = process.argv.slice(2);
const workstation = await openWorkstation({
  dir,
  migrationsDir,
  key: Buffer.from(key, 'hex'),
  transport: nodeTransport(),
  clock: { wallMs: () => Date.now(), monoMs: () => performance.now() },
  appVersion: '0.0.0-test',
  log: pino({ level: 'silent' }),
  keyUnprotected: false,
});

for (let rev = 1; ; rev += 1) {
  const save = { call, field: 'notes', text: 'слово '.repeat(rev), rev };
  const answer = await workstation.handle('draft.save', save);
  if (!answer.ok) throw new Error(answer.error.code);
  await new Promise<void>((resolve) => process.stdout.write(`${rev}\n`, () => resolve()));
}
