import { readFileSync } from 'node:fs';
import type { ElectronApplication } from 'playwright';

/** Memory of one process of the application, in bytes. */
export interface ProcessMemory {
  readonly name: string;
  readonly bytes: number;
}

/**
 * Memory of every process of the application: proportional shares where the system tells them, so that what they share counts once; else what
 * Chromium reports, in which it counts in each.
 */
export async function memoryOfAll(app: ElectronApplication): Promise<ProcessMemory[]> {
  const metrics = await app.evaluate(({ app: own }) =>
    own.getAppMetrics().map(({ pid, type, name, memory }) => ({
      pid,
      name: name ?? type,
      workingSet: memory.workingSetSize * 1024,
    })),
  );
  return metrics.map(({ pid, name, workingSet }) => ({ name, bytes: proportional(pid) ?? workingSet }));
}

/** Proportional set size of a process (Linux), in bytes; null where the system does not tell it. */
function proportional(pid: number): number | null {
  try {
    const line = /^Pss:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'));
    return line === null ? null : Number(line[1]) * 1024;
  } catch {
    // No such file outside Linux; the caller has Chromium's own figure.
    return null;
  }
}
