import { randomBytes } from 'node:crypto';
import { aRegisteredCall } from '../support/workstation.ts';

/** An id as the product mints it: UUID version 7, so that ids grow with time as they do in life. */
export function newId(): string {
  const time = Date.now().toString(16).padStart(12, '0');
  const rest = randomBytes(10);
  rest[0] = ((rest[0] ?? 0) & 0x0f) | 0x70;
  rest[2] = ((rest[2] ?? 0) & 0x3f) | 0x80;
  const hex = rest.toString('hex');
  return `${time.slice(0, 8)}-${time.slice(8)}-${hex.slice(0, 4)}-${hex.slice(4, 8)}-${hex.slice(8)}`;
}

/** What a caller says: a text of a usual length, each another one. */
export function textOf(index: number): string {
  return `Звернення ${index}: третій день немає води у всьому під'їзді, аварійна служба не відповідає, прохання перевірити та повідомити.`;
}

/** One act: a call that is taken, noted, registered as an appeal and finished. Four commands. */
export function aCall(index: number) {
  return aRegisteredCall(newId(), newId(), { text: textOf(index) });
}

/** Commands of one act. */
export const COMMANDS_A_CALL = 4;
