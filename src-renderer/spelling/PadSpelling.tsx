import type { RefObject } from 'react';
import { notesText } from '../../src-shared/call/notes.ts';
import type { SpelledWord } from '../../src-shared/spelling/words.ts';
import type { OpenCall } from '../call/openCall.ts';
import { CommandKey } from '../frame/CommandKey.tsx';
import { useWindowCommand } from '../frame/windowCommands.ts';
import { useTexts } from '../useTexts.ts';
import { SpellingMenu } from './SpellingMenu.tsx';
import { useSpelling } from './store.ts';
import { usePadSpelling } from './usePadSpelling.ts';
import './spelling.css';

interface PadSpellingProps {
  readonly call: OpenCall;
  readonly area: RefObject<HTMLTextAreaElement | null>;
  readonly sheet: RefObject<HTMLElement | null>;
}

/** The wrong word the caret is in, else the next one, else the first. */
function wordAt(wrong: readonly SpelledWord[], caret: number): SpelledWord | null {
  const inside = wrong.find(({ at, word }) => at <= caret && caret <= at + word.length);
  return inside ?? wrong.find(({ at }) => at > caret) ?? wrong[0] ?? null;
}

/** Spelling of the pad: its underlines and, by a key, what a word may have been meant to be. Stands among the lines. */
export function PadSpelling({ call, area, sheet }: PadSpellingProps) {
  const text = notesText(call.lines);
  usePadSpelling(call, area, sheet);
  const wrong = useSpelling((state) => state.wrong);
  const opened = useSpelling((state) => state.opened);
  const open = () => {
    const field = area.current;
    const word = field === null ? null : wordAt(wrong, field.selectionStart);
    if (field === null || word === null || field.readOnly) return;
    field.setSelectionRange(word.at, word.at + word.word.length);
    useSpelling.setState({ opened: word });
  };
  useWindowCommand('spelling', wrong.length === 0 ? null : open);
  if (opened === null) return null;
  return <SpellingMenu key={opened.at} call={call.id} word={opened} text={text} area={area} sheet={sheet} />;
}

/** How many words are underlined, in the head of the pad; the key leads through them. */
export function SpellingCount() {
  const { t } = useTexts();
  const count = useSpelling((state) => state.wrong.length);
  const unavailable = useSpelling((state) => state.unavailable);
  if (unavailable) {
    return (
      <span className="small soft" title={t('problem:spellingUnavailable')}>
        {t('spelling:unavailable')}
      </span>
    );
  }
  if (count === 0) return null;
  return (
    <span className="small soft spellingCount" data-testid="spelling-count">
      {t('spelling:count', { count })} <CommandKey command="spelling" />
    </span>
  );
}
