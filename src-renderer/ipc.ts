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

/**
 * Listens to an event of the contract.
 * @returns its undo
 */
export function listen<N extends EventName>(event: N, listener: (payload: EventOf<N>) => void): () => void {
  return window.holos.on(event, (payload) => listener(payload as EventOf<N>));
}
