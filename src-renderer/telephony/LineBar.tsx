import { useCalls } from '../call/store.ts';
import { useWindowCommand } from '../frame/windowCommands.ts';
import { mayRun, useSession } from '../session/useSession.ts';
import { openSuggested, takeCall } from './acts.ts';
import { LineRow } from './LineRow.tsx';
import { rowsOf } from './rows.ts';
import { SuggestionRow } from './SuggestionRow.tsx';
import { useLine } from './store.ts';
import { useRingSound } from './useRingSound.ts';
import './telephony.css';

/** What the telephone line asks of the operator: lines above the work, never over it, and never taking the caret. */
export function LineBar() {
  const { operator } = useSession();
  const allowed = mayRun(operator.role, 'call.start');
  const { state, attached, hidden, suggestion } = useLine();
  const rows = allowed && state !== null ? rowsOf(state.calls, attached, hidden) : [];
  const first = rows.find(({ kind }) => kind === 'ringing' || kind === 'answered' || kind === 'unrecorded');
  useRingSound(rows);
  const take = first ? () => takeCall(first.call) : suggestion ? () => openSuggested(suggestion.from) : null;
  useWindowCommand('take', allowed ? take : null);
  // Between calls the usual key begins the call that rings, with its number, instead of one without.
  const isFree = useCalls(({ active }) => active === null);
  useWindowCommand('pad', allowed && isFree && first?.kind === 'ringing' ? () => takeCall(first.call) : null);
  if (!allowed || (rows.length === 0 && suggestion === null)) return null;
  return (
    <div className="lineBar">
      {rows.map((row) => (
        <LineRow key={row.call.id} row={row} hasKey={row === first} />
      ))}
      {suggestion && <SuggestionRow suggestion={suggestion} hasKey={first === undefined} />}
    </div>
  );
}
