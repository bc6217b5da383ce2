import { type RefObject, useDeferredValue, useEffect, useLayoutEffect, useMemo, useState } from 'react';
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

/** Where the caret of the field stands; -1 while it is elsewhere. */
function useCaret(area: RefObject<HTMLTextAreaElement | null>): number {
  const [caret, setCaret] = useState(-1);
  useEffect(() => {
    const look = () => {
      const field = area.current;
      setCaret(field !== null && document.activeElement === field ? field.selectionEnd : -1);
    };
    document.addEventListener('selectionchange', look);
    document.addEventListener('focusin', look);
    document.addEventListener('focusout', look);
    look();
    return () => {
      document.removeEventListener('selectionchange', look);
      document.removeEventListener('focusin', look);
      document.removeEventListener('focusout', look);
    };
  }, [area]);
  return caret;
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
 * Keeps the wrong words of a text underlined. A word is left alone while it is being written.
 * @returns whether the field has the focus
 */
export function useSpelledField({ field, call, text, area, sheet }: SpelledText): boolean {
  const { spelling: languages } = useSettings().settings;
  const judged = useSpelling((state) => state.judged);
  const caret = useCaret(area);
  const isOn = languages.length > 0;
  const words = useMemo(() => (isOn ? wordsOf(text) : []), [isOn, text]);
  const namesText = cardNames(useDeferredValue(call));
  const names = useMemo(() => knownNames([namesText]), [namesText]);
  const isBeingWritten = ({ at, word }: SpelledWord) => at + word.length === caret;
  const wrong = useMemo(() => {
    void judged;
    return words.filter(({ word }) => isWrong(word) && !names.has(word));
  }, [judged, words, names]);
  const shown = wrong.filter((word) => !isBeingWritten(word));
  usePadHighlight(
    `misspelt-${field}`,
    sheet,
    shown.map(({ at, word }) => ({ from: at, to: at + word.length })),
  );
  useLayoutEffect(() => {
    const before = useSpelling.getState().wrong;
    if (before[field]?.length !== 0 || wrong.length !== 0)
      useSpelling.setState({ wrong: { ...before, [field]: wrong } });
  }, [field, wrong]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: judged anew when a dictionary has changed
  useEffect(() => {
    const finished = words.filter((word) => !isBeingWritten(word)).map(({ word }) => word);
    const timer = setTimeout(() => void judge(finished, languages), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [words, languages, judged, caret]);

  useEffect(
    () => () =>
      useSpelling.setState(({ wrong: before }) => ({ wrong: { ...before, [field]: [] }, opened: null })),
    [field],
  );
  return caret !== -1;
}
