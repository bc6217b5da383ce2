// Programs started by the set-up: their output, and that their descendants end with them.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { Family, run } from '../../../scripts/setup/run.mjs';

// Starts a grandchild that ignores the polite signal, tells its id, and waits.
const stubborn = `
  const { spawn } = require('node:child_process');
  const grandchild = spawn(process.execPath, ['-e', "process.on('SIGTERM', () => {}); console.log('up'); setInterval(() => {}, 1000)"]);
  grandchild.stdout.once('data', () => console.log(grandchild.pid));
  setInterval(() => {}, 1000);
`;

it('keeps the output and the code when asked to', async () => {
  const script = "console.log('out'); console.error('err'); process.exit(3)";
  const { code, output } = await run(process.execPath, ['-e', script], { capture: true });
  expect(code).toBe(3);
  expect(output).toContain('out');
  expect(output).toContain('err');
});

it('answers 127 for a program that does not exist', async () => {
  expect((await run('no-such-program-of-holos', [], { capture: true })).code).toBe(127);
});

it.skipIf(process.platform === 'win32')('leaves no orphan, not even one that will not go', async () => {
  const family = new Family();
  const { child } = family.start('a stubborn one', process.execPath, ['-e', stubborn], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const grandchild = Number(
    await new Promise((resolve) => child.stdout.once('data', (chunk) => resolve(`${chunk}`))),
  );
  expect(isAlive(grandchild)).toBe(true);
  await family.endAll(2000);
  await expect.poll(() => isAlive(child.pid)).toBe(false);
  await expect.poll(() => isAlive(grandchild)).toBe(false);
});

/** A killed process whose new parent has not collected it yet is a zombie, and no longer alive. */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  return process.platform !== 'linux' || !isZombie(pid);
}

function isZombie(pid) {
  try {
    return /^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return true;
  }
}
