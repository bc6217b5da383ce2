import { formatOffset } from '../../src-shared/call/notes.ts';
import { useNow } from './useNow.ts';

/** Time since an instant, running; goes on from where it was after a restart. */
export function Timer({ since, className }: { readonly since: string; readonly className?: string }) {
  const now = useNow(true);
  return (
    <span className={`tabular ${className ?? ''}`} role="timer" aria-live="off">
      {formatOffset(now - Date.parse(since))}
    </span>
  );
}
