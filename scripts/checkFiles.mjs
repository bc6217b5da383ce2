// Rules for files that no compiler knows: length, names that say nothing, frozen migrations.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { run } from './setup/run.mjs';
import { say } from './setup/say.mjs';

const longest = 300;
const emptyNames = /^(utils?|helpers?|common|misc|managers?|services?)$/i;

const { output } = await run('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  capture: true,
});
const files = output.split('\n').filter((file) => file !== '' && existsSync(file));
const faults = [...files.flatMap(lengthFaults), ...files.flatMap(nameFaults), ...frozenFaults()];
for (const fault of faults) say(fault);
say(faults.length === 0 ? `${files.length} files keep the rules.` : `${faults.length} faults.`);
process.exitCode = faults.length === 0 ? 0 : 1;

function lengthFaults(file) {
  if (!/^(src-|scripts\/).*\.(ts|tsx|mjs|cjs)$/.test(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n').length - 1;
  return lines > longest ? [`${file}: ${lines} lines, ${longest} at most. Split it by what it does.`] : [];
}

function nameFaults(file) {
  if (!file.startsWith('src-')) return [];
  const parts = file.split('/').map((part) => basename(part).replace(/\..*$/, ''));
  return parts.some((part) => emptyNames.test(part)) ? [`${file}: its name says nothing.`] : [];
}

/** A migration that has landed is never edited: somebody's file was already made by it. */
function frozenFaults() {
  const list = 'migrations/frozen.json';
  const steps = files.filter((file) => /^migrations\/.*\.(sql|ts)$/.test(file));
  const frozen = existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : {};
  const missing = Object.keys(frozen).filter((name) => !existsSync(`migrations/${name}`));
  return [
    ...missing.map((name) => `migrations/${name}: landed, but is gone.`),
    ...steps.flatMap((file) => {
      const name = file.slice('migrations/'.length);
      const hash = createHash('sha256').update(readFileSync(file)).digest('hex');
      if (frozen[name] === hash) return [];
      const why = frozen[name]
        ? 'landed and must not change: add a new step instead'
        : 'is not in frozen.json';
      return [`${file}: ${why} (${hash}).`];
    }),
  ];
}
