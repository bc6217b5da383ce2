import { EXPORTS } from '../../../src-shared/appeal/browse.ts';
import type { OutputOf, ParsedInputOf } from '../../../src-shared/ipc/contract.ts';
import type { Answer } from '../../../src-shared/ipc/envelope.ts';
import { err, ok } from '../../../src-shared/result.ts';
import { exportAppeals } from '../export/exportAppeals.ts';
import { type HandlerParts, signedIn } from '../handlerParts.ts';
import { createBrowser } from './browseAppeals.ts';

/** The full list of appeals: its lines, its figures, its export. */
export function browseHandlers(parts: HandlerParts) {
  const { desk, sync } = parts;
  const browser = createBrowser(desk, (seq) => sync.isInFlight(seq));
  const asking = () => signedIn(parts, ({ operator }) => ok(operator));
  return {
    async 'appeal.browse'(input: ParsedInputOf<'appeal.browse'>): Promise<Answer<OutputOf<'appeal.browse'>>> {
      const me = asking();
      return me.ok ? ok(await browser.browse(me.value.id, input)) : me;
    },
    async 'appeal.figure'(input: ParsedInputOf<'appeal.figure'>): Promise<Answer<OutputOf<'appeal.figure'>>> {
      const me = asking();
      return me.ok ? ok(await browser.figure(me.value.id, input)) : me;
    },
    async 'appeal.write'(input: ParsedInputOf<'appeal.write'>): Promise<Answer<OutputOf<'appeal.write'>>> {
      const me = asking();
      if (!me.ok) return me;
      const { id, role } = me.value;
      if (!EXPORTS.includes(role)) return err({ code: 'not_permitted', data: { role } });
      return await exportAppeals(desk, browser, id, input);
    },
  };
}
