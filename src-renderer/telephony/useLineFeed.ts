import { useEffect } from 'react';
import { useCalls } from '../call/store.ts';
import { call as ask, listen } from '../ipc.ts';
import { takeState } from './acts.ts';
import { clearLine, useLine } from './store.ts';
import { useHeadset } from './useHeadset.ts';

/** While somebody is signed in: hears of the telephone line, and asks anew when the data process is back. */
export function useLineFeed(operator: string): void {
  useHeadset();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another operator hears anew
  useEffect(() => {
    let isHere = true;
    const look = async () => {
      const answer = await ask('line.state', {});
      if (isHere && answer.ok) takeState(answer.value);
    };
    const lookForLink = async () => {
      const answer = await ask('line.suggestion', {});
      if (isHere && answer.ok && answer.value.suggestion !== null) useLine.setState(answer.value);
    };
    void look();
    void lookForLink();
    const ends = [
      listen('line.changed', takeState),
      listen('line.suggested', (suggestion) => useLine.setState({ suggestion })),
      listen('data.changed', ({ running }) => running && void look()),
      // A card that was closed, or brought back, may be the place a call of the line waits for.
      useCalls.subscribe(({ calls, active }, before) => {
        if (calls.length === before.calls.length && active === before.active) return;
        const { state } = useLine.getState();
        if (state !== null && active !== null) takeState(state);
      }),
    ];
    return () => {
      isHere = false;
      for (const end of ends) end();
      clearLine();
    };
  }, [operator]);
}
