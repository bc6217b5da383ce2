import { type RefCallback, useCallback, useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTexts } from '../useTexts.ts';
import { appearedTexts } from './appeared.ts';

/** How long a text stands to be taken up by a screen reader, in milliseconds; longer it would only be met twice when reading through. */
const KEPT_MS = 4000;

interface Line {
  readonly id: number;
  readonly text: string;
}

/**
 * Screen readers say what changes in a region that was there before, and most regions of ours appear together with their text. This log is always
 * there and repeats every such text once, so that a result, a notice or the name of a caller is heard wherever the caret is.
 */
export function Announcer() {
  const { t } = useTexts();
  const [host, root] = useOwnTree();
  const [lines, setLines] = useState<readonly Line[]>([]);
  useEffect(() => {
    const known = new WeakSet<Element>();
    const timers = new Set<ReturnType<typeof setTimeout>>();
    let next = 0;
    const say = (texts: readonly string[]) => {
      if (texts.length === 0) return;
      const fresh = texts.map((text) => {
        next += 1;
        return { id: next, text };
      });
      setLines((before) => [...before, ...fresh]);
      const timer = setTimeout(() => {
        timers.delete(timer);
        setLines((before) => before.filter((line) => !fresh.includes(line)));
      }, KEPT_MS);
      timers.add(timer);
    };
    appearedTexts([document.body], known);
    const observer = new MutationObserver((records) =>
      say(
        appearedTexts(
          records.flatMap(({ addedNodes }) => [...addedNodes]),
          known,
        ),
      ),
    );
    observer.observe(document.body, { childList: true, subtree: true });
    return () => {
      observer.disconnect();
      for (const timer of timers) clearTimeout(timer);
    };
  }, []);
  return (
    <div className="onlyHeard" ref={host}>
      {root &&
        createPortal(
          <div role="log" aria-live="polite" aria-relevant="additions" aria-label={t('frame:announced')}>
            {lines.map(({ id, text }) => (
              <p key={id}>{text}</p>
            ))}
          </div>,
          root,
        )}
    </div>
  );
}

/** A tree of its own: whoever looks for a text in the page, or copies it, meets it once. */
function useOwnTree(): readonly [RefCallback<HTMLElement>, ShadowRoot | null] {
  const [root, setRoot] = useState<ShadowRoot | null>(null);
  const host = useCallback((element: HTMLElement | null) => {
    if (element !== null) setRoot((own) => own ?? element.attachShadow({ mode: 'closed' }));
  }, []);
  return [host, root];
}
