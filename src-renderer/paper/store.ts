import { create } from 'zustand';

interface PaperState {
  readonly opened: boolean;
  readonly show: (opened: boolean) => void;
}

/** Whether the dialog of paper blanks is open. */
export const usePaper = create<PaperState>((set) => ({
  opened: false,
  show: (opened) => set({ opened }),
}));
