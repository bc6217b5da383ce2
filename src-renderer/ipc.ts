import type { ChannelName, InputOf, OutputOf } from '../src-shared/ipc/contract.ts';
import type { Answer } from '../src-shared/ipc/envelope.ts';
import type { EventName, EventOf } from '../src-shared/ipc/events.ts';

/**
 * Asks the rest of the workstation by the contract. Always answers: a door that broke (an unknown name, a refused sender,
 * a process that ended) is the problem `dataProcessGone`, never an exception.
 */
export async function call<N extends ChannelName>(name: N, input: InputOf<N>): Promise<Answer<OutputOf<N>>> {
  try {
    return (await window.holos.invoke(name, input)) as Answer<OutputOf<N>>;
  } catch (error) {
    console.error('call failed', name, error instanceof Error ? error.name : 'unknown');
    return { ok: false, error: { code: 'dataProcessGone', data: {} } };
  }
}

const heard = new Map<EventName, Set<(payload: unknown) => void>>();

/**
 * Listens to an event of the contract. However many parts of the window listen, each event passes the door once.
 * @returns its undo
 */
export function listen<N extends EventName>(event: N, listener: (payload: EventOf<N>) => void): () => void {
  const listeners = heard.get(event) ?? beginListening(event);
  const forward = (payload: unknown) => listener(payload as EventOf<N>);
  listeners.add(forward);
  return () => void listeners.delete(forward);
}

function beginListening(event: EventName): Set<(payload: unknown) => void> {
  const listeners = new Set<(payload: unknown) => void>();
  heard.set(event, listeners);
  window.holos.on(event, (payload) => {
    for (const listener of [...listeners]) listener(payload);
  });
  return listeners;
}
