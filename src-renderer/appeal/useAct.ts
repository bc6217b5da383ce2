import { useRef, useState } from 'react';
import { v7 as mint } from 'uuid';
import type { InputOf } from '../../src-shared/ipc/contract.ts';
import type { Problem } from '../../src-shared/ipc/envelope.ts';
import { call } from '../ipc.ts';

type Commands = InputOf<'command.submit'>['commands'];

/** One act of a dialog. Its action is minted once, so that a double press or a lost answer does it once. */
export function useAct(onDone: () => void) {
  const action = useRef(mint());
  const running = useRef(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  /** @returns whether it was done */
  const run = async (commands: Commands): Promise<boolean> => {
    if (running.current) return false;
    running.current = true;
    setBusy(true);
    setProblem(null);
    const answer = await call('command.submit', { action: action.current, commands, consumes: [] });
    running.current = false;
    setBusy(false);
    if (answer.ok) onDone();
    else setProblem(answer.error);
    return answer.ok;
  };
  return { busy, problem, run };
}
