import { contextBridge, ipcRenderer } from 'electron';

// The names come from main, which computes them from the contract: no second list, and no schema library in the page.
const argument = process.argv.find((text) => text.startsWith('--holos-names='));
const names = JSON.parse(decodeURIComponent((argument ?? '').slice('--holos-names='.length))) as {
  channels: string[];
  events: string[];
};
const channels = new Set(names.channels);
const events = new Set(names.events);

contextBridge.exposeInMainWorld('holos', {
  /** Calls a channel of the contract; any other name throws. */
  invoke(name: string, input: unknown): Promise<unknown> {
    if (!channels.has(name)) throw new Error('unknown channel');
    return ipcRenderer.invoke(name, input);
  },
  /** Listens to an event of the contract, without Electron's event object; answers its undo. */
  on(event: string, listener: (payload: unknown) => void): () => void {
    if (!events.has(event)) throw new Error('unknown event');
    const forward = (_event: unknown, payload: unknown): void => listener(payload);
    ipcRenderer.on(event, forward);
    return () => {
      ipcRenderer.removeListener(event, forward);
    };
  },
});
