// How the two commands begin: packages on whatever Node there is, everything after that on the pinned one.
import { spawn } from 'node:child_process';
import { ensurePackages, requireNode } from './packages.mjs';
import { pinnedNode } from './places.mjs';
import { reportFailure } from './say.mjs';

const pinnedMajor = 24;

/**
 * Runs `main` on the pinned Node, after making sure of it, and exits with the code `main` returns.
 * @param {string} script path of the command's own file, started again when this is another Node
 * @param {() => Promise<number>} main
 */
export async function enter(script, main) {
  try {
    requireNode();
    await ensurePackages();
    const isPinned = Number.parseInt(process.versions.node, 10) === pinnedMajor;
    process.exitCode = isPinned ? await main() : await again(script);
  } catch (failure) {
    process.exitCode = reportFailure(failure);
  }
}

function again(script) {
  const child = spawn(pinnedNode, [script, ...process.argv.slice(2)], { stdio: 'inherit' });
  // Ctrl-C reaches the child by itself (same process group); the parent only has to outlive it.
  const ignore = () => undefined;
  const pass = () => child.kill('SIGTERM');
  process.on('SIGINT', ignore).on('SIGTERM', pass).on('SIGHUP', pass);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}
