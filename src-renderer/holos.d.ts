import type { ChannelName } from '../src-shared/ipc/contract.ts';
import type { Answer } from '../src-shared/ipc/envelope.ts';
import type { EventName } from '../src-shared/ipc/events.ts';

declare global {
  interface Window {
    /** The door the preload opens; all the window can reach outside itself. */
    readonly holos: {
      invoke(name: ChannelName, input: unknown): Promise<Answer<unknown>>;
      on(event: EventName, listener: (payload: unknown) => void): () => void;
      readonly styleNonce?: string | undefined;
    };
  }
}
