import { z } from 'zod';
import { GrantId } from '../brand.ts';
import { Instant } from '../clock.ts';
import { Operator } from '../operator/model.ts';

/** Days a known operator may go on signing in on a workstation that cannot reach the server. */
export const OFFLINE_SIGN_IN_DAYS = 14;

/** POST /session, authorised by the workstation's secret. */
export const SignInRequest = z.strictObject({
  request: z.uuid(),
  login: z.string().trim().toLowerCase().min(1).max(60),
  password: z.string().min(1).max(200),
});
export type SignInRequest = z.infer<typeof SignInRequest>;

/** The grant authorises commands of this operator from this workstation. */
export const SignInAnswer = z.strictObject({
  request: z.uuid(),
  operator: Operator,
  grant: GrantId,
  /** Until when the workstation may sign this operator in by itself. */
  offlineUntil: Instant,
  /** The server's time, so that the limit is kept by the server's clock. */
  serverTime: Instant,
});
export type SignInAnswer = z.infer<typeof SignInAnswer>;
