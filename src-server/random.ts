import { randomBytes, randomUUID } from 'node:crypto';
import { v7 } from 'uuid';

/** Where identities, secrets and marks come from: the system's source unless a test makes them repeatable. */
export interface Random {
  /** UUID version 7, for what is listed in the order of its making. */
  newId(): string;
  /** UUID version 4. */
  newUuid(): string;
  bytes(size: number): Buffer;
}

/** The system's source. */
export const systemRandom: Random = {
  newId: () => v7(),
  newUuid: () => randomUUID(),
  bytes: (size) => randomBytes(size),
};
