import { readFileSync } from 'node:fs';
import type { ElectronApplication } from 'playwright';

/**
 * Memory of all processes of the application, in bytes: proportional shares where the system tells them, so that what they share counts once;
 * else what Chromium reports, in which it counts in each.
 */
export async function memoryOfAll(app: ElectronApplication): Promise<number> {
  const metrics = await app.evaluate(({ app: own }) =>
    own.getAppMetrics().map(({ pid, memory }) => ({ pid, workingSet: memory.workingSetSize * 1024 })),
  );
  return metrics.reduce((sum, { pid, workingSet }) => sum + (proportional(pid) ?? workingSet), 0);
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
