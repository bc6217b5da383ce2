import { z } from 'zod';

/** How old unsent work may be: calm below the first limit, a reminder up to the second, an alarm beyond it. The centre sets both. */
export const UnsentLimits = z.object({
  calmMinutes: z.int().min(1).max(10_080),
  warnMinutes: z.int().min(1).max(43_200),
});
export type UnsentLimits = z.infer<typeof UnsentLimits>;

/** An hour is normal; a working shift without an exchange is not. */
export const DEFAULT_LIMITS: UnsentLimits = { calmMinutes: 60, warnMinutes: 480 };

/** How unsent work of an age is to be shown. */
export type UnsentTone = 'calm' | 'warn' | 'alarm';

/** @param ageMs age of the oldest unsent command in milliseconds */
export function unsentTone(ageMs: number, limits: UnsentLimits): UnsentTone {
  const minutes = ageMs / 60_000;
  if (minutes < limits.calmMinutes) return 'calm';
  return minutes < Math.max(limits.calmMinutes, limits.warnMinutes) ? 'warn' : 'alarm';
}
