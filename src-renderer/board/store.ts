import { create } from 'zustand';

/** Parts of the section, in the order in which they are shown. */
export const BOARD_PARTS = ['people', 'appeals'] as const;
export type BoardPart = (typeof BOARD_PARTS)[number];

interface BoardState {
  readonly part: BoardPart;
  /** The row under the cursor. */
  readonly cursor: string | null;
}

/** What the shift's board shows. */
export const useBoard = create<BoardState>(() => ({ part: 'people', cursor: null }));
