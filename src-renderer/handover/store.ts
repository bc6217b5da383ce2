import { create } from 'zustand';

/** Whether the operator is leaving: what is unfinished is shown before the window goes to the sign-in. */
export const useLeaving = create<{ readonly leaving: boolean }>(() => ({ leaving: false }));

/** Begins the way out; with nothing to hand over it leads out at once. */
export function leaveShift(): void {
  useLeaving.setState({ leaving: true });
}
