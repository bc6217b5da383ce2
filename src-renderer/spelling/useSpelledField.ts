import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { knownNames } from '../../src-shared/spelling/names.ts';
import { type SpelledWord, spelledWords } from '../../src-shared/spelling/words.ts';
import type { OpenCall } from '../call/openCall.ts';
import { usePadHighlight } from '../call/usePadHighlight.ts';
import { useSettings } from '../settings/useSettings.ts';
import { type SpelledField, useSpelling } from './store.ts';
import { isWrong, judge } from './verdicts.ts';

/** Pause of typing after which new words are judged, in milliseconds. */
const PAUSE_MS = 300;

/** Names of the card: whoever is calling is spelled as they say. */
function cardNames({ appeal }: OpenCall): string {
  const { surname, givenName, patronymic, organisation, address, place } = appeal;
  return [
    surname,
    givenName,
    patronymic,
    organisation,
    address.settlement,
    address.street,
    place.settlement,
    place.street,
  ].join(' ');
}

/** Words of lines as they stood: a letter makes one new line, and the others are as before. */
const wordsOfLine = new Map<string, readonly SpelledWord[]>();
/** More lines are forgotten, so that a day's typing does not stay in memory. */
const MOST_LINES = 2000;

/** The words of a whole text: no word and no sentence goes over the end of a line. */
function wordsOf(text: string): SpelledWord[] {
  if (wordsOfLine.size > MOST_LINES) wordsOfLine.clear();
  let begin = 0;
  return text.split('\n').flatMap((line) => {
    const known = wordsOfLine.get(line) ?? spelledWords(line);
    wordsOfLine.set(line, known);
    const from = begin;
    begin += line.length + 1;
    return known.map(({ at, word }) => ({ at: from + at, word }));
  });
}

/** Where the caret of a field stands; -1 while it is elsewhere. */
function caretOf(area: RefObject<HTMLTextAreaElement | null>): number {
  const field = area.current;
  return field !== null && document.activeElement === field ? field.selectionEnd : -1;
}

/** A word is left alone while it is being written. */
function isWritten({ at, word }: SpelledWord, caret: number): boolean {
  return at + word.length === caret;
}

interface SpelledText {
  readonly field: SpelledField;
  readonly call: OpenCall;
  readonly text: string;
  readonly area: RefObject<HTMLTextAreaElement | null>;
  /** The element that holds the copies of the lines. */
  readonly sheet: RefObject<HTMLElement | null>;
}

/**
 * Keeps the wrong words of a text underlined.
 * @returns whether the field has the focus
 */
export function useSpelledField({ field, call, text, area, sheet }: SpelledText): boolean {
  const { spelling: languages } = useSettings().settings;
  const judged = useSpelling((state) => state.judged);
  const isOn = languages.length > 0;
  const words = useMemo(() => (isOn ? wordsOf(text) : []), [isOn, text]);
  const namesText = cardNames(call);
  const names = useMemo(() => knownNames([namesText]), [namesText]);
  const wrong = useMemo(() => {
    void judged;
    return words.filter(({ word }) => isWrong(word) && !names.has(word));
  }, [judged, words, names]);
  const isFocused = useCaretWatch(area, words, wrong);
  const caret = caretOf(area);
  const shown = wrong.filter((word) => !isWritten(word, caret));
  usePadHighlight(
    `misspelt-${field}`,
    sheet,
    shown.map(({ at, word }) => ({ from: at, to: at + word.length })),
  );
  useLayoutEffect(() => {
    const before = useSpelling.getState().wrong;
    // Nothing wrong before and after is nothing new.
    if ((before[field]?.length ?? 0) > 0 || wrong.length > 0)
      useSpelling.setState({ wrong: { ...before, [field]: wrong } });
  }, [field, wrong]);
  useEffect(
    () => () =>
      useSpelling.setState(({ wrong: before }) => ({ wrong: { ...before, [field]: [] }, opened: null })),
    [field],
  );
  return isFocused;
}

/**
 * Has words judged when they are finished, and draws anew when the caret comes to a wrong word's end or leaves it: the caret moves with every
 * letter, and most of its moves change nothing that is drawn.
 * @returns whether the field has the focus
 */
function useCaretWatch(
  area: RefObject<HTMLTextAreaElement | null>,
  words: readonly SpelledWord[],
  wrong: readonly SpelledWord[],
): boolean {
  const { spelling: languages } = useSettings().settings;
  const judged = useSpelling((state) => state.judged);
  const [isFocused, setFocused] = useState(false);
  const [, setWritten] = useState(-1);
  const latest = useRef({ words, wrong, languages });
  latest.current = { words, wrong, languages };
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const judgeSoon = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      const caret = caretOf(area);
      const finished = latest.current.words.filter((word) => !isWritten(word, caret));
      void judge(
        finished.map(({ word }) => word),
        latest.current.languages,
      );
    }, PAUSE_MS);
  }, [area]);
  useEffect(() => {
    const look = () => {
      const caret = caretOf(area);
      setFocused(caret !== -1);
      setWritten(latest.current.wrong.find((word) => isWritten(word, caret))?.at ?? -1);
      judgeSoon();
    };
    const events = ['selectionchange', 'focusin', 'focusout'] as const;
    for (const event of events) document.addEventListener(event, look);
    look();
    return () => {
      for (const event of events) document.removeEventListener(event, look);
      clearTimeout(timer.current);
    };
  }, [area, judgeSoon]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked anew for other words, in other languages, and when a dictionary has changed
  useEffect(judgeSoon, [words, languages, judged, judgeSoon]);
  return isFocused;
}
