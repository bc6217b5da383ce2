import { useCallback, useEffect, useRef, useState } from 'react';
import type { ChannelName, InputOf, OutputOf } from '../src-shared/ipc/contract.ts';
import type { Problem } from '../src-shared/ipc/envelope.ts';
import type { EventName } from '../src-shared/ipc/events.ts';
import type { RecordType } from '../src-shared/record/model.ts';
import { call, listen } from './ipc.ts';

/** What is known of a query: the last value stays while it is asked again, so that nothing on the screen jumps. */
export interface QueryState<T> {
  readonly value: T | undefined;
  readonly problem: Problem | null;
  readonly reload: () => void;
}

/** What makes a query be asked again: records of these types, or these events. */
export interface AskAgain {
  readonly records?: readonly RecordType[];
  readonly events?: readonly EventName[];
  /** What is no hurry waits so long after a change, in milliseconds, and then asks once for all changes since. */
  readonly restMs?: number;
}

/**
 * Asks a named read and asks it again when something it depends on changed. While an answer is awaited, further changes
 * fold into one more question; an answer to an older input is dropped.
 * @param input null asks nothing
 */
export function useQuery<N extends ChannelName>(
  name: N,
  input: InputOf<N> | null,
  again: AskAgain = {},
): QueryState<OutputOf<N>> {
  const [state, setState] = useState<{
    key: string | null;
    value: OutputOf<N> | undefined;
    problem: Problem | null;
  }>({
    key: null,
    value: undefined,
    problem: null,
  });
  const key = input === null ? null : JSON.stringify(input);
  const current = useRef<{ key: string | null; asking: boolean; dirty: boolean }>({
    key,
    asking: false,
    dirty: false,
  });

  const ask = useCallback(async () => {
    const mine = current.current;
    if (mine.key === null) return;
    if (mine.asking) {
      mine.dirty = true;
      return;
    }
    mine.asking = true;
    do {
      mine.dirty = false;
      const answer = await call(name, JSON.parse(mine.key) as InputOf<N>);
      if (current.current !== mine) return;
      if (answer.ok) setState({ key: mine.key, value: answer.value, problem: null });
      else setState((before) => ({ ...before, key: mine.key, problem: answer.error }));
    } while (mine.dirty);
    mine.asking = false;
  }, [name]);

  useEffect(() => {
    current.current = { key, asking: false, dirty: false };
    void ask();
    return () => {
      current.current = { key: null, asking: false, dirty: false };
    };
  }, [key, ask]);

  const restMs = again.restMs ?? 0;
  const records = again.records?.join() ?? '';
  const events = again.events?.join() ?? '';
  useEffect(() => {
    const undo: (() => void)[] = [];
    let resting: number | null = null;
    const later = () => {
      if (restMs === 0) return void ask();
      resting ??= window.setTimeout(() => {
        resting = null;
        void ask();
      }, restMs);
    };
    undo.push(() => window.clearTimeout(resting ?? undefined));
    if (records !== '') {
      const types = new Set(records.split(','));
      undo.push(
        listen('records.changed', (change) => {
          if (change.types.some((type) => types.has(type))) later();
        }),
      );
    }
    for (const event of events === '' ? [] : (events.split(',') as EventName[])) {
      undo.push(listen(event, later));
    }
    undo.push(listen('data.changed', ({ running }) => running && void ask()));
    return () => {
      for (const end of undo) end();
    };
  }, [records, events, restMs, ask]);

  return { value: state.value, problem: state.problem, reload: useCallback(() => void ask(), [ask]) };
}
