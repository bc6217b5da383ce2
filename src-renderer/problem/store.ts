import { create } from 'zustand';

interface ProblemsState {
  /** `list`: every problem; else the one that is open. Null: closed. */
  readonly shown: 'list' | { readonly problem: string } | null;
  readonly show: (shown: ProblemsState['shown']) => void;
}

/** Which shared problem is looked at. */
export const useProblems = create<ProblemsState>((set) => ({
  shown: null,
  show: (shown) => set({ shown }),
}));
