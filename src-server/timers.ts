import type { Timers } from '../src-shared/timers.ts';

/** The timers of Node. */
export const nodeTimers: Timers = {
  after(ms, run) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};
