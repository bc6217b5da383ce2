// npm run files [-- folder]: the rules of fileRules.mjs over everything git does not ignore.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { run } from '../setup/run.mjs';
import { say } from '../setup/say.mjs';
import { faultsOf } from './fileRules.mjs';

const root = resolve(process.argv[2] ?? '.');
const { code, output } = await run('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  capture: true,
});
if (code !== 0) {
  say(`The list of files could not be read: ${output.trim()}`);
  process.exitCode = 1;
} else {
  const files = output.split('\0').filter((file) => file !== '' && existsSync(join(root, file)));
  const faults = faultsOf({ root, files });
  for (const fault of faults) say(fault);
  say(faults.length === 0 ? `${files.length} files keep the rules.` : `${faults.length} faults.`);
  process.exitCode = faults.length === 0 ? 0 : 1;
}
