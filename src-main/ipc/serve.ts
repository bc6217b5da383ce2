import { type IpcMainInvokeEvent, ipcMain } from 'electron';
import {
  type ChannelName,
  type ChannelsOf,
  channelNames,
  contract,
  type OutputOf,
  type ParsedInputOf,
} from '../../src-shared/ipc/contract.ts';
import type { Answer } from '../../src-shared/ipc/envelope.ts';
import type { Logger } from '../data/log.ts';
import { type GateRefusal, passGate } from './gate.ts';
import { isTrustedSender, type WindowRegister } from './sender.ts';

/** Handlers of the channels the main process answers itself; a missing one does not compile. */
export type AppHandlers = {
  readonly [N in ChannelsOf<'app'>]: (
    input: ParsedInputOf<N>,
  ) => Answer<OutputOf<N>> | Promise<Answer<OutputOf<N>>>;
};

export interface ServeOptions {
  readonly app: AppHandlers;
  /** Answers the channels behind the doors `read` and `write`. */
  readonly data: (name: ChannelName, input: unknown) => Promise<Answer<unknown>>;
  /** Which pages are our windows, kept by the owner of the windows. */
  readonly windows: WindowRegister;
  readonly log: Logger;
}

/**
 * Opens every channel of the contract and nothing else. A wrong sender, too much or a wrong shape rejects with one word,
 * is counted and logged by channel, without content.
 * @returns its undo
 */
export function serve(options: ServeOptions): () => void {
  closeForeignChannels();
  const counts: Record<GateRefusal, number> = { sender: 0, size: 0, shape: 0 };
  for (const name of channelNames) {
    ipcMain.handle(name, async (event, ...args: unknown[]) => {
      const result = passGate(name, args, isTrusted(event, options.windows));
      if (result.ok) return await answer(name, result.input, options);
      counts[result.refusal] += 1;
      options.log.warn(
        { channel: name, refusal: result.refusal, count: counts[result.refusal] },
        'call refused',
      );
      throw new Error(`refused: ${result.refusal}`);
    });
  }
  return () => {
    for (const name of channelNames) ipcMain.removeHandler(name);
  };
}

/** The settings package opens a synchronous channel of its own that answers anybody; nobody of ours needs it. */
function closeForeignChannels(): void {
  for (const name of ipcMain.eventNames()) ipcMain.removeAllListeners(String(name));
}

function isTrusted(event: IpcMainInvokeEvent, windows: WindowRegister): boolean {
  return isTrustedSender(event.sender.id, event.senderFrame, windows);
}

async function answer(name: ChannelName, input: unknown, options: ServeOptions): Promise<Answer<unknown>> {
  if (contract[name].door !== 'app') return await options.data(name, input);
  // The gate parsed `input` by this very channel's schema; the types of a table cannot follow that through a variable name.
  const handler = options.app[name as ChannelsOf<'app'>] as (
    input: unknown,
  ) => Answer<unknown> | Promise<Answer<unknown>>;
  return await handler(input);
}
