import type { OutputOf, ParsedInputOf } from '../../../src-shared/ipc/contract.ts';
import type { Answer } from '../../../src-shared/ipc/envelope.ts';
import { err, ok } from '../../../src-shared/result.ts';
import { type HandlerParts, signedIn } from '../handlerParts.ts';
import { saveCarried } from './save.ts';
import { takeCarried } from './take.ts';

/** Carrying unsent work to another workstation, and taking it in. The paths come from main alone. */
export function carryHandlers(parts: HandlerParts) {
  const { desk, sync } = parts;
  const isAtWork = () => parts.session.get() !== null;
  return {
    async 'carry.write'(input: ParsedInputOf<'carry.write'>): Promise<Answer<OutputOf<'carry.write'>>> {
      if (!isAtWork()) return err({ code: 'notSignedIn', data: {} });
      return await saveCarried(desk, input.path, input.passphrase);
    },
    async 'carry.read'(input: ParsedInputOf<'carry.read'>): Promise<Answer<OutputOf<'carry.read'>>> {
      if (!isAtWork()) return err({ code: 'notSignedIn', data: {} });
      const taken = await takeCarried(desk, input.path, input.passphrase);
      sync.announce();
      sync.trigger();
      return taken;
    },
    'carry.list': () => signedIn(parts, () => ok({ works: desk.stores.intent.parcel.counts() })),
  };
}
