import { AssignDialog } from './AssignDialog.tsx';
import { ForwardDialog } from './ForwardDialog.tsx';
import { useAppeals } from './store.ts';

/** The dialog that is open, wherever it was asked for. */
export function AppealDialogs() {
  const dialog = useAppeals((state) => state.dialog);
  if (dialog === null) return null;
  return dialog.kind === 'assign' ? <AssignDialog dialog={dialog} /> : <ForwardDialog dialog={dialog} />;
}
