import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { NoteLine } from '../../../../src-shared/call/model.ts';
import { notesText, restamp } from '../../../../src-shared/call/notes.ts';
import {
  edited,
  type NotesUndo,
  steppedBack,
  steppedForward,
  undoAfterRestart,
  withoutPast,
} from '../../../../src-shared/call/undo.ts';

const EMPTY: readonly NoteLine[] = [{ atMs: 0, text: '' }];

/** Types one text after the other over what stands, a second apart. */
function written(texts: readonly string[], from: NotesUndo = withoutPast(EMPTY)): NotesUndo {
  return texts.reduce(
    (undo, text, index) => edited(undo, restamp(undo.lines, text, (index + 1) * 1000)),
    from,
  );
}

/** Every state a text goes through while it is typed letter by letter. */
function typed(text: string): string[] {
  return [...text].map((_letter, index) => text.slice(0, index + 1));
}

function back(undo: NotesUndo, steps = 1): string {
  let now = undo;
  for (let step = 0; step < steps; step += 1) now = steppedBack(now)?.undo ?? now;
  return notesText(now.lines);
}

describe('going back in the notes', () => {
  test('takes a word at a time, not a letter', () => {
    const undo = written(typed('немає води з ранку'));
    expect([1, 2, 3, 4].map((steps) => back(undo, steps))).toEqual([
      'немає води з',
      'немає води',
      'немає',
      '',
    ]);
  });

  test('a slip put right while the word was typed is no step of its own', () => {
    const undo = written([...typed('води'), 'вод', 'вода']);
    expect(back(undo)).toBe('');
  });

  test('select-all-and-type comes back whole, with the times of its lines, also after a restart', () => {
    const before = written(['перший рядок', 'перший рядок\nдругий']);
    const undo = written(typed('ой'), written(['о'], before));
    const kept = JSON.parse(JSON.stringify(undo)) as NotesUndo;
    const again = steppedBack(undoAfterRestart(kept, kept.lines));
    expect(again?.undo.lines).toEqual(before.lines);
    expect(again?.caret).toBe('перший рядок\nдругий'.length);
  });

  test('letters deleted one by one come back as a word', () => {
    const undo = written(['тече труба', 'тече труб', 'тече тру', 'тече тр', 'тече т', 'тече ', 'тече']);
    expect(back(undo)).toBe('тече труба');
  });

  test('what was typed after the steps were last kept is a step too', () => {
    const kept = written(typed('немає'));
    const lines = restamp(kept.lines, 'немає води. Дуже', 9000);
    const undo = undoAfterRestart(kept, lines);
    expect(undo.lines).toEqual(lines);
    expect(back(undo)).toBe('немає');
    expect(undoAfterRestart(null, lines).back).toEqual([]);
  });

  test('what was taken back can be done again until something else is typed', () => {
    const undo = written(typed('немає води'));
    const taken = steppedBack(undo)?.undo ?? undo;
    expect(notesText(steppedForward(taken)?.undo.lines ?? [])).toBe('немає води');
    expect(steppedForward(written(['немає газу'], taken))).toBeNull();
  });

  test('a step that does not belong to the text is not done', () => {
    const undo = written(typed('вода'));
    expect(steppedBack({ ...undo, lines: [{ atMs: 0, text: 'інше' }] })).toBeNull();
  });

  test('the oldest steps are forgotten, never the newest', () => {
    const long = 'а'.repeat(80_000);
    const undo = written([long, '', 'б']);
    expect(undo.back.length).toBeLessThan(3);
    expect(back(undo, 5)).toBe(long);
  });
});

const text = fc
  .array(fc.constantFrom('а', 'б', ' ', '\n', 'слово'), { maxLength: 12 })
  .map((parts) => parts.join(''));

describe('laws of going back', () => {
  test('all steps back lead to the beginning, all forward to the end, lines and times alike', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 8 }), (texts) => {
        const end = written(texts);
        let now = end;
        for (let done = steppedBack(now); done !== null; done = steppedBack(now)) now = done.undo;
        expect(now.lines).toEqual(EMPTY);
        for (let done = steppedForward(now); done !== null; done = steppedForward(now)) now = done.undo;
        expect(now.lines).toEqual(end.lines);
      }),
    );
  });

  test('one letter at a time as well', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), (texts) => {
        const end = written(texts.flatMap(typed));
        let now = end;
        for (let done = steppedBack(now); done !== null; done = steppedBack(now)) now = done.undo;
        expect(now.lines).toEqual(EMPTY);
      }),
    );
  });
});
