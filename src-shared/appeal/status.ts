import { z } from 'zod';

/**
 * Where an appeal stands. `registered`: on control, no body outside has it; `forwarded`: handed over, nobody has confirmed it; `in_work`: a
 * body has it, or an answer went back; `answered`: the final answers are here and wait to be checked; `closed`: its end is decided, it is
 * still on control; `removed`: taken off control. What leads from one to another is `control/life.ts`.
 */
export const AppealStatus = z.enum(['registered', 'forwarded', 'in_work', 'answered', 'closed', 'removed']);
export type AppealStatus = z.infer<typeof AppealStatus>;

/** Whether work on an appeal goes on: its end is not decided yet. */
export function isOpen(status: AppealStatus): boolean {
  return status !== 'closed' && status !== 'removed';
}
