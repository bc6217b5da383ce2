import { MoveDialog } from '../board/MoveDialog.tsx';
import { useMoving } from '../board/moving.ts';
import { AmendDialog } from './AmendDialog.tsx';
import { AssignDialog } from './AssignDialog.tsx';
import { ForwardDialog } from './ForwardDialog.tsx';
import { useAppeals } from './store.ts';

/** The dialog that is open, wherever it was asked for. */
export function AppealDialogs() {
  const asked = useMoving((state) => state.asked);
  return (
    <>
      <OneAppeal />
      {asked !== null && <MoveDialog asked={asked} />}
    </>
  );
}

function OneAppeal() {
  const dialog = useAppeals((state) => state.dialog);
  if (dialog === null) return null;
  switch (dialog.kind) {
    case 'assign':
      return <AssignDialog dialog={dialog} />;
    case 'forward':
      return <ForwardDialog dialog={dialog} />;
    case 'amend':
      return <AmendDialog dialog={dialog} />;
  }
}
