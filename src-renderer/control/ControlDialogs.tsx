import { CloseDialog } from './CloseDialog.tsx';
import { ContactDialog } from './ContactDialog.tsx';
import { ExtendDialog } from './ExtendDialog.tsx';
import { useControlAct } from './openAct.ts';
import { ReasonDialog } from './ReasonDialog.tsx';
import { ResponseDialog } from './ResponseDialog.tsx';
import { VerdictDialog } from './VerdictDialog.tsx';

/** The dialog of control that is open, wherever it was asked for. */
export function ControlDialogs() {
  const dialog = useControlAct((state) => state.dialog);
  if (dialog === null) return null;
  switch (dialog.act) {
    case 'contact':
      return <ContactDialog dialog={dialog} />;
    case 'response':
      return <ResponseDialog dialog={dialog} />;
    case 'extend':
      return <ExtendDialog dialog={dialog} />;
    case 'close':
      return <CloseDialog dialog={dialog} />;
    case 'verdict':
      return <VerdictDialog dialog={dialog} />;
    default:
      return <ReasonDialog act={dialog.act} dialog={dialog} />;
  }
}
