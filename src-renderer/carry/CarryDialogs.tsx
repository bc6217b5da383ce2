import { SaveDialog } from './SaveDialog.tsx';
import { useCarry } from './store.ts';
import { TakeDialog } from './TakeDialog.tsx';

/** The dialogs of carrying unsent work between workstations. */
export function CarryDialogs() {
  const dialog = useCarry((state) => state.dialog);
  if (dialog === 'save') return <SaveDialog />;
  return dialog === 'take' ? <TakeDialog /> : null;
}
