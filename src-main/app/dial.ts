import type { OutputOf, ParsedInputOf } from '../../src-shared/ipc/contract.ts';
import type { Answer } from '../../src-shared/ipc/envelope.ts';
import { openExternal } from '../security/external.ts';

/** Hands numbers to the system's telephone. Outward only: what the telephone tells comes by its own feed. */
export const dialHandlers = {
  async 'phone.dial'({ phone }: ParsedInputOf<'phone.dial'>): Promise<Answer<OutputOf<'phone.dial'>>> {
    return { ok: true, value: { handedOn: await openExternal(`tel:${phone}`) } };
  },
};
