import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NoteLine } from '../../../../src-shared/call/model.ts';
import { formatOffset, notesText, restamp } from '../../../../src-shared/call/notes.ts';

const line = fc.string({ unit: fc.constantFrom(...'абв 1'), maxLength: 6 });
const stamped = fc.array(fc.record({ atMs: fc.nat(600_000), text: line }), { maxLength: 12 });

/** An edit of lines `from` to `to` of a pad whose lines are all different, so that what was touched is beyond doubt. */
const edit = fc
  .record({
    size: fc.nat(10),
    cut: fc.tuple(fc.nat(10), fc.nat(10)),
    added: fc.nat(4),
    nowMs: fc.integer({ min: 700_000, max: 900_000 }),
  })
  .map(({ size, cut, added, nowMs }) => {
    const before: NoteLine[] = Array.from({ length: size }, (_, i) => ({
      atMs: i * 1000,
      text: `рядок ${i}`,
    }));
    const from = Math.min(Math.min(...cut), size);
    const to = Math.min(Math.max(...cut), size);
    const fresh = Array.from({ length: added }, (_, i) => `нове ${i}`);
    return { before, from, to, fresh, nowMs };
  });

describe('time stamps of the pad', () => {
  it('has exactly the lines of the text', () => {
    fc.assert(
      fc.property(
        stamped,
        fc.array(line, { minLength: 1, maxLength: 12 }),
        fc.nat(900_000),
        (before, after, now) => {
          const text = after.join('\n');
          const result = restamp(before, text, now);
          expect(result).toHaveLength(text.split('\n').length);
          expect(notesText(result)).toBe(text);
        },
      ),
    );
  });

  it('changes nothing when nothing was edited', () => {
    fc.assert(
      fc.property(stamped, fc.nat(900_000), (before, now) => {
        fc.pre(before.length > 0);
        expect(restamp(before, notesText(before), now)).toEqual(before);
      }),
    );
  });

  it('keeps the stamps of untouched lines and stamps added lines now', () => {
    fc.assert(
      fc.property(edit, ({ before, from, to, fresh, nowMs }) => {
        const head = before.slice(0, from);
        const tail = before.slice(to);
        const after = [...head.map((l) => l.text), ...fresh, ...tail.map((l) => l.text)];
        fc.pre(after.length > 0);
        const result = restamp(before, after.join('\n'), nowMs);
        expect(result.slice(0, head.length)).toEqual(head);
        expect(result.slice(result.length - tail.length)).toEqual(tail);
        const replaced = before.slice(from, to);
        result.slice(head.length, head.length + fresh.length).forEach((found, index) => {
          expect(found.atMs).toBe(replaced[index]?.atMs ?? nowMs);
        });
      }),
    );
  });

  it('stamps an empty line when its first character comes, not when Enter was pressed', () => {
    const first = restamp([], 'немає води', 4000);
    const entered = restamp(first, 'немає води\n', 9000);
    const begun = restamp(entered, 'немає води\nв', 31_000);
    const goneOn = restamp(begun, 'немає води\nвулиця', 40_000);
    expect(goneOn).toEqual([
      { atMs: 4000, text: 'немає води' },
      { atMs: 31_000, text: 'вулиця' },
    ]);
  });

  it('keeps the stamp of the first half of a split line and stamps the second', () => {
    const before = [{ atMs: 1000, text: 'одне друге' }];
    expect(restamp(before, 'одне\nдруге', 8000)).toEqual([
      { atMs: 1000, text: 'одне' },
      { atMs: 8000, text: 'друге' },
    ]);
  });

  it('writes time into the call as a clock', () => {
    expect(formatOffset(0)).toBe('00:00');
    expect(formatOffset(-5)).toBe('00:00');
    expect(formatOffset(59_999)).toBe('00:59');
    expect(formatOffset(754_000)).toBe('12:34');
    expect(formatOffset(3_600_000)).toBe('1:00:00');
  });
});
