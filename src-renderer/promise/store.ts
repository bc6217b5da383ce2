import { create } from 'zustand';

/** To whom, as far as it is known where the dialog is opened. */
export interface PromiseTo {
  readonly phoneRaw: string;
  readonly name: string;
  readonly call: string | null;
  readonly appeal: string | null;
  readonly applicant: string | null;
}

interface PromiseStore {
  /** The dialog of a new promise; null: shut. */
  readonly making: PromiseTo | null;
  readonly make: (to: PromiseTo | null) => void;
}

/** The dialog of a new promise, opened from a call, an appeal or the list. */
export const usePromises = create<PromiseStore>((set) => ({
  making: null,
  make: (making) => set({ making }),
}));

/** A promise to somebody who is not known yet. */
export const TO_NOBODY: PromiseTo = { phoneRaw: '', name: '', call: null, appeal: null, applicant: null };
