import { create } from 'zustand';
import { toInstant } from '../../src-shared/clock.ts';
import type { BreakReason, DutyState, ExtensionReason } from '../../src-shared/duty/model.ts';
import type { Spell } from './present.ts';

interface DutyStore {
  /** What the operator chose last; holds whenever no call says otherwise. Null until it was read back. */
  readonly chosen: Spell | null;
  /** How often more time was asked for in the present spell, and for which reason last. */
  readonly extensions: number;
  readonly extendedFor: ExtensionReason | null;
  readonly menuShown: boolean;
  /** The last change is not in the database yet. */
  readonly troubled: boolean;
}

const EMPTY: DutyStore = {
  chosen: null,
  extensions: 0,
  extendedFor: null,
  menuShown: false,
  troubled: false,
};

/** The operator's own state as the window knows it. */
export const useDuty = create<DutyStore>(() => EMPTY);

/** The operator chooses a state. Nothing of an open card changes. */
export function chooseDuty(state: DutyState, reason: BreakReason | null = null): void {
  useDuty.setState({ chosen: { state, reason, since: toInstant(Date.now()) } });
}

/** Two more minutes. */
export function extendDuty(reason: ExtensionReason): void {
  useDuty.setState(({ extensions }) => ({ extensions: extensions + 1, extendedFor: reason }));
}

/** Another person sits down, or nobody. */
export function clearDuty(): void {
  useDuty.setState(EMPTY, true);
}
