import type { EventName, EventOf } from '../../src-shared/ipc/events.ts';
import { RecordType } from '../../src-shared/record/model.ts';
import type { Logger } from './log.ts';
import type { Pulled } from './sync/pull.ts';

/** Told of every event, by name. */
export type EventListener = <N extends EventName>(name: N, payload: EventOf<N>) => void;

/** More changed records than this are announced as "many". */
const MANY_RECORDS = 200;

/** Tells an event to whoever listens. */
export type Emit = <N extends EventName>(name: N, payload: EventOf<N>) => void;

/** Events of the data process. A listener that fails is logged and does not keep the others from hearing. */
export function eventHub(log: Logger): { emit: Emit; onEvent(listener: EventListener): () => void } {
  const listeners = new Set<EventListener>();
  return {
    emit(name, payload) {
      for (const listener of listeners) {
        try {
          listener(name, payload);
        } catch (error) {
          log.error({ err: error, event: name }, 'listener failed');
        }
      }
    },
    onEvent(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** Tells what a complete pull changed. */
export function announcePulled(emit: Emit, pulled: Pulled): void {
  if (pulled.everything === true) emit('records.changed', { types: [...RecordType.options], ids: [] });
  else announceRecords(emit, pulled.refs);
  if (pulled.noticed) emit('notice.changed', {});
}

/** Tells which records changed, or that many did. */
export function announceRecords(
  emit: Emit,
  refs: readonly { readonly type: string; readonly id: string }[],
): void {
  if (refs.length === 0) return;
  // A type that only a newer build knows is kept, but no screen of this one shows it.
  const types = new Set(refs.flatMap(({ type }) => RecordType.safeParse(type).data ?? []));
  const ids = new Set(refs.map(({ id }) => id));
  emit('records.changed', { types: [...types], ids: ids.size > MANY_RECORDS ? [] : [...ids] });
}
