import { create } from 'zustand';
import type { DueState } from '../../src-shared/term/appealTerm.ts';

/** Parts of the section, in the order in which they are shown. */
export const CONTROL_PARTS = ['terms', 'bodies', 'calendar'] as const;
export type ControlPart = (typeof CONTROL_PARTS)[number];

/** Whose terms are listed. */
export const TERM_SCOPES = ['mine', 'all', 'nobody'] as const;
export type TermScope = (typeof TERM_SCOPES)[number];

interface ControlState {
  readonly part: ControlPart;
  /** Null: mine for whoever takes calls, all for the others. */
  readonly scope: TermScope | null;
  readonly state: DueState | null;
  readonly cursor: string | null;
  readonly opened: string | null;
  /** The body whose owed answers are shown. */
  readonly body: string | null;
}

/** What the section of control shows. */
export const useControl = create<ControlState>(() => ({
  part: 'terms',
  scope: null,
  state: null,
  cursor: null,
  opened: null,
  body: null,
}));
