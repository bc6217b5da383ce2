import { z } from 'zod';
import { OperatorId, RegionId } from '../brand.ts';

/** What a person may do. `control` watches terms and answers, `press` reads figures without personal data. */
export const Role = z.enum(['operator', 'lead', 'control', 'analyst', 'press', 'admin']);
export type Role = z.infer<typeof Role>;

/** The public part of an account: what colleagues see and what rules decide by. The secret part never leaves the server. */
export const Operator = z.strictObject({
  id: OperatorId,
  region: RegionId,
  name: z.string().min(1).max(200),
  role: Role,
  active: z.boolean(),
});
export type Operator = z.infer<typeof Operator>;
