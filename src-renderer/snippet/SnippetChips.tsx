import { IconTextPlus } from '@tabler/icons-react';
import type { TypedCode } from '../../src-shared/snippet/code.ts';
import type { Snippet } from '../../src-shared/snippet/model.ts';
import { HintHeard } from '../call/HintHeard.tsx';
import { CommandKey } from '../frame/CommandKey.tsx';
import { useTexts } from '../useTexts.ts';
import './snippet.css';

/** A code that stands before the caret, with the snippets it may mean, the first one first. */
export interface CodeThere {
  readonly typed: TypedCode;
  readonly snippets: readonly Snippet[];
}

interface SnippetChipsProps {
  readonly code: CodeThere;
  readonly onChoose: (place: number) => void;
}

const MOST = 3;

/** What the code before the caret means; the first goes in by one key. */
export function SnippetChips({ code, onChoose }: SnippetChipsProps) {
  const { t } = useTexts();
  const [first] = code.snippets;
  const chips = code.snippets.slice(0, MOST).map((snippet, place) => (
    <button
      key={snippet.id}
      type="button"
      className="padHint"
      tabIndex={-1}
      // The pad keeps the focus and with it the place where the snippet goes.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onChoose(place)}
    >
      <IconTextPlus size="1rem" stroke={1.75} aria-hidden />
      <span className="clip">{t('snippet:meant', { code: snippet.code, title: snippet.title })}</span>
      {place === 0 && <CommandKey command="snippet" />}
    </button>
  ));
  return (
    <>
      {first && <HintHeard words={t('snippet:meant', { code: first.code, title: first.title })} />}
      {chips}
    </>
  );
}
