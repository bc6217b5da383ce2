import { useEffect, useRef } from 'react';
import { v7 as mint } from 'uuid';
import { toInstant } from '../../src-shared/clock.ts';
import type { InputOf } from '../../src-shared/ipc/contract.ts';
import { useActiveCall } from '../call/store.ts';
import { call as ask } from '../ipc.ts';
import { isOfCall, presentSpell, type Spell } from './present.ts';
import { chooseDuty, clearDuty, useDuty } from './store.ts';

/** Pause before a change that could not be stored is tried again. */
const REPEAT_MS = 1000;

/** Trouble that passes; a refusal does not. */
const MAY_REPEAT = ['dataProcessGone', 'storeBusy', 'storeFull', 'internal'];

type Commands = InputOf<'command.submit'>['commands'];

/** Stores changes one after the other; a state that another has followed meanwhile is not worth repeating. */
function recorder() {
  let last = Promise.resolve();
  let newest = 0;
  let stopped = false;
  async function send(commands: Commands, turn: number): Promise<void> {
    const action = mint();
    for (;;) {
      const answer = await ask('command.submit', { action, commands, consumes: [] });
      const isOver = answer.ok || stopped || turn < newest || !MAY_REPEAT.includes(answer.error.code);
      useDuty.setState({ troubled: !isOver });
      if (isOver) return;
      await new Promise((resolve) => setTimeout(resolve, REPEAT_MS));
    }
  }
  return {
    record(commands: Commands): void {
      newest += 1;
      const turn = newest;
      last = last.then(() => send(commands, turn));
    },
    stop(): void {
      stopped = true;
    },
  };
}

/** Keeps the operator's state: reads it back at the start, lets it follow the calls, and records every change. */
export function useDutyKeeper(operator: string, allowed: boolean): void {
  const call = useActiveCall();
  const chosen = useDuty((state) => state.chosen);
  const extensions = useDuty((state) => state.extensions);
  const spell = chosen === null ? null : presentSpell(chosen, call);
  const kept = useRef<ReturnType<typeof recorder> | null>(null);
  const recorded = useRef<Pick<Spell, 'state' | 'reason'> | null>(null);
  const before = useRef<Spell | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another operator's state is read anew
  useEffect(() => {
    if (!allowed) return;
    const keeper = recorder();
    kept.current = keeper;
    recorded.current = null;
    before.current = null;
    let isLeft = false;
    void ask('duty.get', {}).then((answer) => {
      if (isLeft) return;
      const duty = answer.ok ? answer.value.duty : null;
      // Whoever signs in is on duty; what followed from a call is decided by the calls that come back.
      if (duty === null || duty.state === 'off' || isOfCall(duty.state)) {
        chooseDuty('ready');
        return;
      }
      recorded.current = duty;
      useDuty.setState({
        chosen: { state: duty.state, reason: duty.reason, since: duty.since },
        extensions: duty.extensions,
      });
    });
    return () => {
      isLeft = true;
      keeper.stop();
      clearDuty();
    };
  }, [operator, allowed]);

  const { state, reason, since } = spell ?? {};
  useEffect(() => {
    if (state === undefined || reason === undefined || since === undefined) return;
    const earlier = before.current;
    before.current = { state, reason, since };
    if (earlier !== null) onTurn(earlier, { state, reason, since });
    if (recorded.current?.state === state && recorded.current.reason === reason) return;
    recorded.current = { state, reason };
    if (earlier !== null) useDuty.setState({ extensions: 0, extendedFor: null });
    kept.current?.record([{ kind: 'duty.change', payload: { state, reason } }]);
  }, [state, reason, since]);

  const told = useRef(0);
  useEffect(() => {
    const { extendedFor } = useDuty.getState();
    if (extensions > told.current && extendedFor !== null)
      kept.current?.record([{ kind: 'duty.extend', payload: { reason: extendedFor } }]);
    told.current = extensions;
  }, [extensions]);
}

/** A call taken on a break ends the break; after a call the chosen state begins, and its time with it. */
function onTurn(earlier: Spell, now: Spell): void {
  const { chosen } = useDuty.getState();
  if (chosen === null) return;
  if (now.state === 'inCall' && !isOfCall(earlier.state) && chosen.state !== 'ready') chooseDuty('ready');
  if (isOfCall(earlier.state) && !isOfCall(now.state) && chosen.since < earlier.since)
    useDuty.setState({ chosen: { ...chosen, since: toInstant(Date.now()) } });
}
