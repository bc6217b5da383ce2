import { z } from 'zod';
import { WorkstationId } from '../brand.ts';
import { Instant } from '../clock.ts';
import { Operator } from '../operator/model.ts';

/** What the window needs to know to choose its first screen. */
export const WorkstationState = z.strictObject({
  enrolment: z
    .strictObject({
      server: z.string(),
      workstation: WorkstationId,
      workstationName: z.string(),
      region: z.string(),
      regionName: z.strictObject({ uk: z.string(), ru: z.string(), en: z.string() }),
    })
    .nullable(),
  /** Who is signed in, and whether it was confirmed by the server or by this workstation alone. */
  session: z
    .strictObject({ operator: Operator, login: z.string(), offline: z.boolean(), since: Instant })
    .nullable(),
  /** Logins that signed in here before, for choosing without typing. */
  knownLogins: z.array(z.strictObject({ login: z.string(), name: z.string() })),
  /** True when the local key is kept in a file because the system offers no protected store. */
  keyUnprotected: z.boolean(),
});
export type WorkstationState = z.infer<typeof WorkstationState>;

export const EnrolInput = z.strictObject({
  server: z.string().trim().min(1).max(300),
  code: z.string().trim().min(1).max(20),
  name: z.string().trim().min(1).max(100),
});
export const SignInInput = z.strictObject({
  login: z.string().trim().min(1).max(60),
  password: z.string().min(1).max(200),
});
