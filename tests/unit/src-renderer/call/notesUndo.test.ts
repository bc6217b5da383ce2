import { beforeEach, describe, expect, test } from 'vitest';
import { followEdit, restoreUndo, takeStep } from '../../../../src-renderer/call/notesUndo.ts';
import { clearCalls } from '../../../../src-renderer/call/store.ts';
import type { NoteLine } from '../../../../src-shared/call/model.ts';
import { notesText } from '../../../../src-shared/call/notes.ts';

const line = (text: string, atMs = 0): NoteLine => ({ atMs, text });

beforeEach(() => clearCalls());

describe('steps back of open calls', () => {
  test('are kept when a step begins, not with every letter', () => {
    expect(followEdit('a', [line('')], [line('в')])).not.toBeNull();
    expect(followEdit('a', [line('в')], [line('во')])).toBeNull();
    expect(followEdit('a', [line('во')], [line('во ')])).not.toBeNull();
  });

  test('are of one call alone', () => {
    followEdit('b', [line('')], [line('вода')]);
    expect(takeStep('c', [line('газ')], 'back')).toBeNull();
    expect(notesText(takeStep('b', [line('вода')], 'back')?.lines ?? [])).toBe('');
  });

  test('go on after a restart from what was kept, also when it was a word behind', () => {
    const kept = followEdit('d', [line('старий текст', 7)], [line('н', 9)]) ?? undefined;
    restoreUndo('d', kept, [line('нове', 9)]);
    const step = takeStep('d', [line('нове', 9)], 'back');
    expect(step?.lines).toEqual([line('старий текст', 7)]);
    restoreUndo('d', step?.kept, step?.lines ?? []);
    expect(notesText(takeStep('d', step?.lines ?? [], 'forward')?.lines ?? [])).toBe('нове');
  });

  test('a change made elsewhere, such as notes of an interrupted call put in front, is a step as well', () => {
    followEdit('e', [line('')], [line('я')]);
    const continued = [line('Із дзвінка 10:00'), line('я')];
    expect(notesText(takeStep('e', continued, 'back')?.lines ?? [])).toBe('я');
  });

  test('steps that cannot be read are given up, the notes stay', () => {
    restoreUndo('f', '{"lines": 5}', [line('текст')]);
    expect(takeStep('f', [line('текст')], 'back')).toBeNull();
    restoreUndo('f', 'зіпсовано', [line('текст')]);
    expect(takeStep('f', [line('текст')], 'back')).toBeNull();
  });
});
