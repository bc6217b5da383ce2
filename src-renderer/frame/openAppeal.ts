import { type AppealSection, useAppeals } from '../appeal/store.ts';
import { useFrame } from './store.ts';

/** Leads to one appeal in a section of the window. */
export function openAppeal(section: AppealSection, appeal: string): void {
  useAppeals.getState().open(section, appeal);
  useFrame.getState().go(section);
}
