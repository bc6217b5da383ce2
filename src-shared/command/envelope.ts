import { z } from 'zod';
import { ClientId, CommandId, GrantId, OperatorId, RegionId, WorkstationId } from '../brand.ts';
import { CommandTime } from '../clock.ts';

/**
 * A command as it is stored and sent (sync specification 1.2). Its stored bytes never change once it was sent.
 * `region` is named in the envelope because the server raises region counters before it reads any record.
 */
export const Command = z.strictObject({
  id: CommandId,
  client: ClientId,
  workstation: WorkstationId,
  /** 1, 2, 3… without gaps within one client. */
  seq: z.int().positive(),
  region: RegionId,
  kind: z.string().min(1).max(60),
  v: z.int().positive(),
  actor: OperatorId,
  grant: GrantId,
  payload: z.record(z.string(), z.unknown()),
  /** Values the author saw in the fields the command changes; null where no field is compared. */
  base: z.array(z.strictObject({ field: z.string(), value: z.unknown() })).nullable(),
  /** Everything that had to be minted at the moment of the act. */
  minted: z.strictObject({ number: z.string().max(40).nullable() }),
  at: CommandTime,
  /** SHA-256, lower-case hexadecimal, of the canonical JSON of everything above. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
});
export type Command = z.infer<typeof Command>;

/** A command before its hash is known. */
export type UnhashedCommand = Omit<Command, 'hash'>;
