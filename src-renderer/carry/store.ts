import { create } from 'zustand';

/** Which of the two dialogs of carrying work is open. */
export type CarryDialog = 'save' | 'take' | null;

interface CarryState {
  readonly dialog: CarryDialog;
  readonly show: (dialog: CarryDialog) => void;
}

export const useCarry = create<CarryState>((set) => ({
  dialog: null,
  show: (dialog) => set({ dialog }),
}));
