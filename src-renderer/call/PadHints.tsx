import type { RefObject } from 'react';
import { FactChips } from '../fact/FactChips.tsx';
import { FreePlaceChip } from '../snippet/FreePlaceChip.tsx';
import { type CodeThere, SnippetChips } from '../snippet/SnippetChips.tsx';
import { LayoutChip } from './LayoutChip.tsx';
import type { OpenCall } from './openCall.ts';
import './padHints.css';

interface PadHintsProps {
  readonly call: OpenCall;
  readonly text: string;
  readonly caret: number;
  readonly code: CodeThere | null;
  /** Holds the copies of the pad's lines, on which stretches are marked. */
  readonly sheet: RefObject<HTMLElement | null>;
  readonly onSnippet: (place: number) => void;
}

/** Under the notes, in one line: what the workstation makes of them. Each is taken by one key; none takes the focus or does anything by itself. */
export function PadHints({ call, text, caret, code, sheet, onSnippet }: PadHintsProps) {
  return (
    <div className="padHints">
      {code !== null && <SnippetChips code={code} onChoose={onSnippet} />}
      <FreePlaceChip text={text} caret={caret} />
      {code === null && <LayoutChip text={text} caret={caret} />}
      <FactChips call={call} text={text} sheet={sheet} isQuiet={code !== null} />
    </div>
  );
}
