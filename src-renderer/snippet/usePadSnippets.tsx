import { type ReactNode, useMemo, useState } from 'react';
import { codeBefore, snippetsOf } from '../../src-shared/snippet/code.ts';
import type { Snippet } from '../../src-shared/snippet/model.ts';
import type { OpenCall } from '../call/openCall.ts';
import { padNow } from '../call/padArea.ts';
import { useWindowCommand } from '../frame/windowCommands.ts';
import { putSnippet, toNextPlaceholder } from './putIn.ts';
import type { CodeThere } from './SnippetChips.tsx';
import { SnippetPicker } from './SnippetPicker.tsx';
import { useFilled } from './useFilled.ts';
import { useSnippets } from './useSnippets.ts';

interface PadSnippets {
  /** The code before the caret that means a snippet. */
  readonly code: CodeThere | null;
  /** Puts in one of those the code may mean. */
  readonly choose: (place: number) => void;
  /**
   * Tab in the pad: the snippet of the code before the caret goes in, else the next placeholder is gone to.
   * @returns false when there is neither: the key leaves the pad as everywhere
   */
  readonly tab: () => boolean;
  readonly picker: ReactNode;
}

/** Snippets in the pad: by a code, by a list, and over their placeholders. */
export function usePadSnippets(call: OpenCall, text: string, caret: number, resting: boolean): PadSnippets {
  const [isPicking, setPicking] = useState(false);
  const snippets = useSnippets(call.tab === 'appeal' ? call.appeal.topic : call.consultation.topic);
  const filled = useFilled(call);
  const code = useMemo(() => codeThere(text, caret, snippets), [text, caret, snippets]);

  const put = (snippet: Snippet | undefined, isTyped: boolean) => {
    const now = padNow();
    if (now === null || snippet === undefined || resting) return;
    const typed = isTyped ? codeBefore(now.text, now.to) : null;
    putSnippet(now.text, typed?.from ?? now.from, now.to, filled(snippet.text));
  };
  /** What the pad says this moment, which may be later than what was drawn. */
  const expand = (place: number): boolean => {
    const now = padNow();
    const there = now === null || now.from !== now.to ? null : codeThere(now.text, now.to, snippets);
    if (there === null) return false;
    put(there.snippets[place], true);
    return true;
  };
  useWindowCommand('snippet', resting ? null : () => expand(0) || setPicking(true));

  return {
    code: resting ? null : code,
    choose: expand,
    tab: () => {
      const now = padNow();
      return !resting && now !== null && (expand(0) || toNextPlaceholder(now.text, now.to));
    },
    picker: isPicking && (
      <SnippetPicker
        snippets={snippets}
        onClose={() => setPicking(false)}
        onChoose={(snippet) => {
          setPicking(false);
          // The dialog gives the focus back first; then the pad is where the caret was.
          requestAnimationFrame(() => put(snippet, false));
        }}
      />
    ),
  };
}

function codeThere(text: string, caret: number, snippets: readonly Snippet[]): CodeThere | null {
  const typed = codeBefore(text, caret);
  const meant = typed === null ? [] : snippetsOf(typed, snippets);
  return typed === null || meant.length === 0 ? null : { typed, snippets: meant };
}
