import { create } from 'zustand';
import type { AppealDetail } from '../../src-shared/appeal/queries.ts';
import type { Execution } from '../../src-shared/control/model.ts';

/** What can be done with a whole appeal on control, and with one body's part in it. */
export type AppealAct = 'extend' | 'close' | 'verdict' | 'remove' | 'reopen';
export type ExecutionAct = 'contact' | 'response' | 'return' | 'notOurs' | 'recall';

/** The act a dialog is open for, with the appeal as it was seen then. */
export type ControlDialog =
  | { readonly act: AppealAct; readonly detail: AppealDetail }
  | { readonly act: ExecutionAct; readonly detail: AppealDetail; readonly execution: Execution };

interface ControlActState {
  readonly dialog: ControlDialog | null;
  readonly ask: (dialog: ControlDialog | null) => void;
}

/** The act of control a dialog is open for; what is on record is asked for by query. */
export const useControlAct = create<ControlActState>((set) => ({
  dialog: null,
  ask: (dialog) => set({ dialog }),
}));
