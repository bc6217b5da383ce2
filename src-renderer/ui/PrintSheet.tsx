import { type ReactNode, useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import './print.css';

/** Prints its children alone, on sheets of their own, as soon as they stand; then says so. Needs no network. */
export function PrintSheet({
  children,
  onDone,
}: {
  readonly children: ReactNode;
  readonly onDone: () => void;
}) {
  const done = useRef(onDone);
  done.current = onDone;
  useEffect(() => {
    const end = () => done.current();
    window.addEventListener('afterprint', end);
    // After the next painting: the sheets must be laid out before the system's dialog takes its picture of them.
    const frame = requestAnimationFrame(() => {
      window.print();
      // Where the system's dialog ends without a word, the window at least gets its focus back.
      window.addEventListener('focus', end);
    });
    return () => {
      window.removeEventListener('afterprint', end);
      window.removeEventListener('focus', end);
      cancelAnimationFrame(frame);
    };
  }, []);
  return createPortal(<div className="printSheet">{children}</div>, document.body);
}
