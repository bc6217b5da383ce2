import { formatOffset } from '../../src-shared/call/notes.ts';
import { useNow } from './useNow.ts';

interface TimerProps {
  readonly since: string;
  /** Where it stopped; it runs without one. */
  readonly until?: string | null | undefined;
  readonly className?: string;
}

/** Time since an instant, running; goes on from where it was after a restart. */
export function Timer({ since, until = null, className }: TimerProps) {
  const running = useNow(until === null);
  const now = until === null ? running : Date.parse(until);
  return (
    <span className={`tabular ${className ?? ''}`} role="timer" aria-live="off">
      {formatOffset(now - Date.parse(since))}
    </span>
  );
}
