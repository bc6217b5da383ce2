import { IconKeyboard } from '@tabler/icons-react';
import { useMemo } from 'react';
import { turnedBefore } from '../../src-shared/text/turned.ts';
import { CommandKey } from '../frame/CommandKey.tsx';
import { useWindowCommand } from '../frame/windowCommands.ts';
import { useLanguage } from '../settings/useSettings.ts';
import { useTexts } from '../useTexts.ts';
import { HintHeard } from './HintHeard.tsx';
import { padNow, replaceInPad } from './padArea.ts';

/** The last words look as if the keyboard stood in another layout: what they were meant to be, put in their place by one key. */
export function LayoutChip({ text, caret }: { readonly text: string; readonly caret: number }) {
  const { t } = useTexts();
  const language = useLanguage();
  const meant = language === 'ru' ? 'ru' : 'uk';
  const found = useMemo(() => turnedBefore(text, caret, meant), [text, caret, meant]);
  const turn = () => {
    const now = padNow();
    const words = now && turnedBefore(now.text, now.to, meant);
    if (words) replaceInPad(words.from, words.to, words.turned);
  };
  // Heard before the chip is drawn, too: it looks at the notes of this moment.
  useWindowCommand('turnLayout', turn);
  if (found === null) return null;
  const words = t('call:layout.meant', { words: found.turned });
  return (
    <>
      <HintHeard words={words} />
      <button type="button" className="padHint" tabIndex={-1} onClick={turn}>
        <IconKeyboard size="1rem" stroke={1.75} aria-hidden />
        <span className="clip">{words}</span>
        <CommandKey command="turnLayout" />
      </button>
    </>
  );
}
