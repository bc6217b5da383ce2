import { useDeferredValue, useRef } from 'react';
import type { OpenCall } from './openCall.ts';

/**
 * The call with its notes as of the last quiet moment, the same object while nothing else of it changed: for parts of the screen that would
 * cost a letter its frame. What acts on a call takes the newest one out of the store. Below a component of one call only.
 */
export function useCalmCall(call: OpenCall): OpenCall {
  const lines = useDeferredValue(call.lines);
  const last = useRef(call);
  const now = { ...call, lines };
  const keys = Object.keys(now) as (keyof OpenCall)[];
  const isSame =
    keys.length === Object.keys(last.current).length && keys.every((key) => now[key] === last.current[key]);
  if (!isSame) last.current = now;
  return last.current;
}
