// A workstation at the level of the protocol that only pulls, and says how long each pull took.
import type { Cursor } from '../../src-shared/sync/cursor.ts';
import { aPeer, type Peer } from '../support/peer.ts';
import { serve } from './process.ts';

let peer: Peer | undefined;
let isWatching = false;
let watching: Promise<number[]> = Promise.resolve([]);

const handlers = {
  async enrol({ url, code }: { readonly url: string; readonly code: string }) {
    peer = await aPeer({ url, pairingCode: async () => code }, 'bondar');
  },
  /** Pulls as a workstation does that is connected: what is new, a page a time, with a pause between. */
  async start({ pauseMs }: { readonly pauseMs: number }) {
    if (peer === undefined) throw new Error('not enrolled');
    const { cursor } = (await peer.pullAll()).last;
    isWatching = true;
    watching = watch(peer, cursor, pauseMs);
  },
  /** Milliseconds of every pull since the start. */
  async stop() {
    isWatching = false;
    return await watching;
  },
  /** Milliseconds of each of so many pulls that bring nothing. */
  async pullNothing({ times }: { readonly times: number }) {
    if (peer === undefined) throw new Error('not enrolled');
    const { last } = await peer.pullAll();
    const took: number[] = [];
    for (let done = 0; done < times; done += 1) {
      const began = performance.now();
      await peer.pull({ cursor: last.cursor, epoch: peer.epoch });
      took.push(performance.now() - began);
    }
    return took;
  },
};
export type WatcherHandlers = typeof handlers;
serve(handlers);

async function watch(of: Peer, from: Cursor, pauseMs: number): Promise<number[]> {
  const took: number[] = [];
  let cursor = from;
  while (isWatching) {
    const began = performance.now();
    const page = await of.pull({ cursor, epoch: of.epoch });
    took.push(performance.now() - began);
    cursor = page.cursor;
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
  return took;
}
