import { Menu } from '@mantine/core';
import { IconBookmarkPlus } from '@tabler/icons-react';
import { type KeyboardEvent, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { SpelledWord } from '../../src-shared/spelling/words.ts';
import { padRanges } from '../call/padRanges.ts';
import { call as ask } from '../ipc.ts';
import { useSettings } from '../settings/useSettings.ts';
import { Kbd } from '../ui/Kbd.tsx';
import { useTexts } from '../useTexts.ts';
import { useSpelling } from './store.ts';
import { markRight } from './verdicts.ts';

interface SpellingMenuProps {
  readonly word: SpelledWord;
  readonly area: RefObject<HTMLTextAreaElement | null>;
  readonly sheet: RefObject<HTMLElement | null>;
}

/** The digit that adds the word: the last one, whatever the number of suggestions. */
const ADD_DIGIT = '0';

/** The suggestion with the apostrophe this text uses. */
function inHand(suggestion: string, written: string): string {
  const apostrophe = /['’‘`´′ʼ]/.exec(written)?.[0] ?? "'";
  return suggestion.replaceAll("'", apostrophe);
}

/** What a word may have been meant to be, at the word: a digit or Enter takes it, Esc leaves everything as it is. */
export function SpellingMenu({ word: { at, word }, area, sheet }: SpellingMenuProps) {
  const { t } = useTexts();
  const { spelling: languages } = useSettings().settings;
  const [suggestions, setSuggestions] = useState<readonly string[] | null>(null);
  const anchor = useRef<HTMLButtonElement>(null);
  const dropdown = useRef<HTMLDivElement>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once a word
  useEffect(() => {
    let isShown = true;
    void ask('spelling.suggest', { word, languages: [...languages] }).then((answer) => {
      if (isShown) setSuggestions(answer.ok ? answer.value.suggestions : []);
    });
    return () => {
      isShown = false;
    };
  }, []);

  // The first choice has the focus as soon as there is one, so that Enter takes it.
  useEffect(() => {
    if (suggestions !== null) dropdown.current?.querySelector<HTMLElement>('[role="menuitem"]')?.focus();
  }, [suggestions]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the word stands where it stood when it was opened
  useLayoutEffect(() => {
    const place = sheet.current;
    const range = padRanges(place, [{ from: at, to: at + word.length }])[0];
    if (place === null || range === undefined || anchor.current === null) return;
    const [outer, inner] = [place.getBoundingClientRect(), range.getBoundingClientRect()];
    anchor.current.style.left = `${inner.left - outer.left}px`;
    anchor.current.style.top = `${inner.top - outer.top}px`;
    anchor.current.style.width = `${inner.width}px`;
    anchor.current.style.height = `${inner.height}px`;
  }, []);

  const close = () => {
    useSpelling.setState({ opened: null });
    area.current?.focus();
    area.current?.setSelectionRange(at + word.length, at + word.length);
  };
  const take = (suggestion: string) => {
    const meant = inHand(suggestion, word);
    close();
    const field = area.current;
    // The text may have changed under the list: somebody else's word is never replaced.
    if (field === null || field.readOnly || field.value.slice(at, at + word.length) !== word) return;
    field.setSelectionRange(at, at + word.length);
    // Out of date in name only: nothing else is an edit like typing, which the field can take back.
    document.execCommand('insertText', false, meant);
  };
  const add = () => {
    void ask('spelling.add', { word }).then((answer) => answer.ok && markRight(word));
    close();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const digit = /^(?:Digit|Numpad)(\d)$/.exec(event.code)?.[1];
    if (digit === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    const chosen = suggestions?.[Number(digit) - 1];
    if (digit === ADD_DIGIT) add();
    else if (chosen !== undefined) take(chosen);
  };
  return (
    <Menu
      opened
      onChange={(isOpen) => !isOpen && close()}
      position="bottom-start"
      width="17rem"
      shadow="md"
      returnFocus={false}
      // While nothing can be chosen yet the focus waits in the list itself.
      withInitialFocusPlaceholder={suggestions === null}
      transitionProps={{ duration: 0 }}
    >
      <Menu.Target>
        <button
          ref={anchor}
          type="button"
          tabIndex={-1}
          className="spellingAnchor"
          aria-label={t('spelling:menu', { word })}
        />
      </Menu.Target>
      <Menu.Dropdown ref={dropdown} onKeyDown={onKeyDown} aria-label={t('spelling:menu', { word })}>
        <Menu.Label>{t('spelling:menu', { word })}</Menu.Label>
        {suggestions === null && <Menu.Label role="status">{t('spelling:searching')}</Menu.Label>}
        {suggestions?.length === 0 && <Menu.Label role="status">{t('spelling:none')}</Menu.Label>}
        {suggestions?.map((suggestion, index) => (
          <Menu.Item
            key={suggestion}
            rightSection={<Kbd>{String(index + 1)}</Kbd>}
            onClick={() => take(suggestion)}
          >
            {inHand(suggestion, word)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconBookmarkPlus size="1.125rem" stroke={1.75} aria-hidden />}
          rightSection={<Kbd>{ADD_DIGIT}</Kbd>}
          onClick={add}
        >
          {t('spelling:add')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
