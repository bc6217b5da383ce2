import { execFileSync } from 'node:child_process';
import { cpus, loadavg, platform, release, totalmem } from 'node:os';
import { PLACE } from './centre.ts';

/** The machine in one paragraph, since a figure means nothing without it. */
export function machineText(commitsPerSecond: number, loadBefore: number): string {
  const processors = cpus();
  return [
    `machine: ${processors[0]?.model ?? 'unknown'}, ${processors.length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB`,
    `system: ${platform()} ${release()}, Node ${process.versions.node}`,
    `disk: ${diskOf(PLACE)}, ${Math.round(commitsPerSecond)} durable commits/s by SQLite alone`,
    `load of other programs when the run began: ${loadBefore.toFixed(1)} (0 is a quiet machine, ${processors.length} a full one)`,
  ].join('\n');
}

function diskOf(folder: string): string {
  if (platform() === 'win32') return 'unknown';
  const lines = execFileSync('df', ['-P', folder]).toString().trim().split('\n');
  return lines.at(-1)?.split(/\s+/)[0] ?? 'unknown';
}

/** How many programs wanted a processor in the last minute: on a busy machine every figure is worse than it could be. */
export function loadNow(): number {
  return loadavg()[0] ?? Number.NaN;
}
