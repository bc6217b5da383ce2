import { execFileSync } from 'node:child_process';
import { cpus, platform, release, totalmem } from 'node:os';
import { PLACE } from './centre.ts';

/** The machine in one paragraph, since a figure means nothing without it. */
export function machineText(commitsPerSecond: number): string {
  const processors = cpus();
  return [
    `machine: ${processors[0]?.model ?? 'unknown'}, ${processors.length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB`,
    `system: ${platform()} ${release()}, Node ${process.versions.node}`,
    `disk: ${diskOf(PLACE)}, ${Math.round(commitsPerSecond)} durable commits/s by SQLite alone`,
  ].join('\n');
}

function diskOf(folder: string): string {
  if (platform() === 'win32') return 'unknown';
  const lines = execFileSync('df', ['-P', folder]).toString().trim().split('\n');
  return lines.at(-1)?.split(/\s+/)[0] ?? 'unknown';
}
