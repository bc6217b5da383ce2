import { create } from 'zustand';

export type AppealSection = 'mine' | 'all' | 'board';

/** What is chosen and shown in one list. */
export interface ListView {
  /** The line under the cursor, by its appeal: new lines never move it. */
  readonly cursor: string | null;
  /** The record shown beside the list. */
  readonly opened: string | null;
  readonly urgentOnly: boolean;
  /** Board only: appeals without anybody, or all. */
  readonly unassignedOnly: boolean;
  /** Board only: one person's appeals. */
  readonly person: string | null;
}

/** The appeal for which a dialog is open, as it was seen when the dialog opened. */
export interface AppealDialog {
  readonly kind: 'assign' | 'forward';
  readonly appeal: string;
  readonly number: string;
  readonly topic: string;
  readonly assignee: string | null;
}

interface AppealsState {
  readonly views: Readonly<Record<AppealSection, ListView>>;
  readonly dialog: AppealDialog | null;
  readonly change: (section: AppealSection, part: Partial<ListView>) => void;
  readonly open: (section: AppealSection, appeal: string | null) => void;
  readonly ask: (dialog: AppealsState['dialog']) => void;
}

const START: ListView = {
  cursor: null,
  opened: null,
  urgentOnly: false,
  unassignedOnly: false,
  person: null,
};

/** What is on the screens of the lists of appeals. */
export const useAppeals = create<AppealsState>((set) => ({
  views: { mine: START, all: START, board: START },
  dialog: null,
  change: (section, part) =>
    set((state) => ({ views: { ...state.views, [section]: { ...state.views[section], ...part } } })),
  open: (section, appeal) =>
    set((state) => ({
      views: {
        ...state.views,
        [section]: { ...state.views[section], opened: appeal, cursor: appeal ?? state.views[section].cursor },
      },
    })),
  ask: (dialog) => set({ dialog }),
}));
