import { create } from 'zustand';
import {
  type BrowseColumn,
  type BrowseFilter,
  type BrowseOrder,
  EVERYTHING,
  type FigureBy,
} from '../../src-shared/appeal/browse.ts';
import type { ForwardChannel } from '../../src-shared/appeal/model.ts';
import type { InputOf } from '../../src-shared/ipc/contract.ts';
import type { CardValues } from './cardValues.ts';

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
  /** The full list only: its conditions beside urgency. */
  readonly filter: BrowseFilter;
  readonly order: BrowseOrder;
  /** The full list only: columns of the saved view that is open, or as changed since; null for those kept of the operator. */
  readonly columns: readonly BrowseColumn[] | null;
  /** The full list only: counted by this instead of listed; null lists. */
  readonly figureBy: FigureBy | null;
}

/** The appeal for which a dialog is open, as it was seen when the dialog opened. */
export interface AppealDialog {
  readonly kind: 'assign' | 'forward' | 'amend';
  readonly appeal: string;
  readonly number: string;
  readonly topic: string;
  readonly assignee: string | null;
  /** A command the centre did not accept, to be corrected and sent again. */
  readonly retry?: Retry;
}

/** What a dialog begins with when it corrects a command, and what ends that command's attention in the same act. */
export interface Retry {
  /** The command. */
  readonly of: string;
  /** Fields of an amendment as its author wanted them. */
  readonly values?: Partial<CardValues>;
  readonly forwarding?: {
    readonly authority: string;
    readonly channel: ForwardChannel;
    readonly note: string;
  };
  readonly settles: InputOf<'command.submit'>['commands'];
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
  filter: EVERYTHING,
  order: 'newest',
  columns: null,
  figureBy: null,
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
