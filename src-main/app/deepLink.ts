import { app } from 'electron';
import { toInstant } from '../../src-shared/clock.ts';
import type { OutputOf } from '../../src-shared/ipc/contract.ts';
import type { Answer } from '../../src-shared/ipc/envelope.ts';
import type { LineSuggestion } from '../../src-shared/telephony/queries.ts';
import type { Logger } from '../data/log.ts';
import { callLinkIn, callLinkOf, LINK_SCHEME } from './callLink.ts';

/** Links sooner after one another than this are somebody's flood. */
const SELDOM_MS = 2000;
/** A proposal older than this is about a call that is long over. */
const FRESH_MS = 60_000;

/**
 * Listens to links of telephone programs that can do no more than open an address. A link only proposes a number to whoever is signed in:
 * it opens nothing, sends nothing and does not even bring the window to the front.
 * @param announce tells the window
 */
export function deepLinks(announce: (suggestion: LineSuggestion) => void, log: Logger) {
  let last: LineSuggestion | null = null;
  let lastMs = 0;

  function propose(from: string | null): void {
    const now = Date.now();
    if (from === null || now - lastMs < SELDOM_MS) {
      if (from !== null) log.warn({}, 'links come too often: dropped');
      return;
    }
    lastMs = now;
    last = { from, at: toInstant(now) };
    announce(last);
  }

  // An unpackaged start would register the bare runtime for every link of the machine.
  if (app.isPackaged) app.setAsDefaultProtocolClient(LINK_SCHEME);
  app.on('second-instance', (_event, argv) => propose(callLinkIn(argv)));
  app.on('open-url', (event, address) => {
    event.preventDefault();
    propose(callLinkOf(address));
  });
  propose(callLinkIn(process.argv));
  return {
    'line.suggestion': (): Answer<OutputOf<'line.suggestion'>> => {
      const isFresh = last !== null && Date.now() - lastMs < FRESH_MS;
      const suggestion = isFresh ? last : null;
      last = null;
      return { ok: true, value: { suggestion } };
    },
  };
}
