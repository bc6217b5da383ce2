import { IconTextSpellcheck } from '@tabler/icons-react';
import type { RefObject } from 'react';
import type { SpelledWord } from '../../src-shared/spelling/words.ts';
import type { OpenCall } from '../call/openCall.ts';
import { CommandKey } from '../frame/CommandKey.tsx';
import { useWindowCommand } from '../frame/windowCommands.ts';
import { useTexts } from '../useTexts.ts';
import { SpellingMenu } from './SpellingMenu.tsx';
import { type SpelledField, useSpelling, useWrongWords } from './store.ts';
import { useSpelledField } from './useSpelledField.ts';
import './spelling.css';

interface FieldSpellingProps {
  readonly field: SpelledField;
  readonly call: OpenCall;
  readonly text: string;
  readonly area: RefObject<HTMLTextAreaElement | null>;
  /** Holds the copies of the lines; as large as the element this stands in. */
  readonly sheet: RefObject<HTMLElement | null>;
}

/** The wrong word the caret is in, else the next one, else the first. */
function wordAt(wrong: readonly SpelledWord[], caret: number): SpelledWord | null {
  const inside = wrong.find(({ at, word }) => at <= caret && caret <= at + word.length);
  return inside ?? wrong.find(({ at }) => at > caret) ?? wrong[0] ?? null;
}

/**
 * Spelling of one text: its underlines and, by a key, what a word may have been meant to be. The key is for the field that has the
 * focus, and for the pad while none has.
 */
export function FieldSpelling({ field, call, text, area, sheet }: FieldSpellingProps) {
  const isFocused = useSpelledField({ field, call, text, area, sheet });
  const wrong = useWrongWords(field);
  const opened = useSpelling((state) => (state.opened?.field === field ? state.opened.word : null));
  const open = () => {
    const element = area.current;
    const word = element === null ? null : wordAt(wrong, element.selectionStart);
    if (element === null || word === null || element.readOnly) return;
    element.setSelectionRange(word.at, word.at + word.word.length);
    useSpelling.setState({ opened: { field, word } });
  };
  useWindowCommand('spelling', wrong.length > 0 && (field === 'pad' || isFocused) ? open : null);
  if (opened === null) return null;
  return <SpellingMenu key={opened.at} word={opened} area={area} sheet={sheet} />;
}

/** How many words are underlined; the key leads through them. */
export function SpellingCount({ field }: { readonly field: SpelledField }) {
  const { t } = useTexts();
  const count = useWrongWords(field).length;
  const unavailable = useSpelling((state) => state.unavailable);
  if (unavailable) {
    return field !== 'pad' ? null : (
      <span className="small soft" title={t('problem:spellingUnavailable')}>
        {t('spelling:unavailable')}
      </span>
    );
  }
  if (count === 0) return null;
  return (
    <span
      className="small soft spellingCount"
      title={t('spelling:count', { count })}
      data-testid={`spelling-count-${field}`}
    >
      <span className="spellingNumber" aria-hidden>
        <IconTextSpellcheck size="1.125rem" stroke={1.75} />
        {count}
      </span>
      <span className="spellingWords">{t('spelling:count', { count })}</span>{' '}
      <CommandKey command="spelling" />
    </span>
  );
}
