import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { withHash } from '../../../../../../src-main/data/command/hash.ts';
import { readJournal, type WaitingCommand } from '../../../../../../src-main/data/store/journal/entry.ts';
import {
  type JournalState,
  type OutboxChanges,
  openJournal,
} from '../../../../../../src-main/data/store/journal/journal.ts';
import { lineSeal } from '../../../../../../src-main/data/store/journal/seal.ts';
import type { ClientId } from '../../../../../../src-shared/brand.ts';
import type { UnhashedCommand } from '../../../../../../src-shared/command/envelope.ts';
import { formatNumber } from '../../../../../../src-shared/number/number.ts';

const KEY = Buffer.alloc(32, 3);
const client = randomUUID() as ClientId;

function aWaiting(seq: number, number: string | null = null): WaitingCommand {
  const command = withHash({
    id: randomUUID(),
    client,
    workstation: randomUUID(),
    seq,
    region: 'dn',
    kind: 'call.note',
    v: 1,
    actor: randomUUID(),
    grant: randomUUID(),
    payload: { call: randomUUID(), lines: [{ atMs: seq, text: `рядок ${seq}` }] },
    base: null,
    minted: { number },
    at: { wall: 1, offsetMs: 0, uncertaintyMs: 1, mono: 1, bootId: randomUUID() },
  } as unknown as UnhashedCommand);
  return { command, action: randomUUID(), at: '2026-11-25T08:00:00.000Z', touches: [] };
}

let dir = '';
let state: JournalState;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'holos-journal-'));
  state = { client, nextSeq: 1, own: [], waiting: [] };
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const fileOf = () => join(dir, 'outbox.journal');
const open = (key = KEY) => openJournal({ file: fileOf(), key, state: () => state, stamp: () => 'then' });
const read = () => readJournal(readFileSync(fileOf(), 'utf8'), lineSeal(KEY));
const nothing: OutboxChanges = { added: [], changed: [], own: [], settled: null, isReplaced: false };

/** As the store would: the state moves with the commit, then the journal is told. */
function act(journal: ReturnType<typeof open>, ...added: WaitingCommand[]): void {
  state = { ...state, waiting: [...state.waiting, ...added], nextSeq: state.nextSeq + added.length };
  journal.committed({ ...nothing, added });
}

function settle(journal: ReturnType<typeof open>, seq: number): void {
  const left = state.waiting.filter(({ command }) => command.seq > seq);
  const count = state.waiting.length - left.length;
  state = { ...state, waiting: left };
  journal.committed({ ...nothing, settled: { client, seq, count } });
}

const ids = (waiting: readonly WaitingCommand[]) => waiting.map(({ command }) => command.id);

describe('the second journal', () => {
  test('says what waits, how far the client is, and which own numbers were given', () => {
    const journal = open();
    expect(journal.found).toBeNull();
    journal.rewrite();
    const told = formatNumber({ office: 'ДН', year: 2026, series: 3, serial: 7 });
    const commands = [aWaiting(1), aWaiting(2, told), aWaiting(3)];
    act(journal, ...commands.slice(0, 2));
    act(journal, ...commands.slice(2));
    journal.committed({ ...nothing, own: [{ year: 2027, last: 4 }] });
    settle(journal, 1);
    journal.close();
    const found = read();
    expect(ids(found.waiting)).toEqual(ids(commands.slice(1)));
    expect(found.last).toEqual({ client, nextSeq: 4 });
    expect([...found.own]).toEqual([
      [2026, 7],
      [2027, 4],
    ]);
    expect(found.unreadable).toBe(0);
  });

  test('nothing of it can be read without the key', () => {
    const journal = open();
    act(journal, aWaiting(1));
    journal.close();
    const text = readFileSync(fileOf(), 'utf8');
    expect(text).not.toContain('рядок');
    expect(readJournal(text, lineSeal(randomBytes(32)))).toMatchObject({
      waiting: [],
      last: null,
      unreadable: 1,
    });
  });

  test('is written anew, short, when everything is settled, and keeps the place', () => {
    const journal = open();
    journal.rewrite();
    const empty = readFileSync(fileOf()).length;
    for (let seq = 1; seq <= 40; seq += 1) act(journal, aWaiting(seq));
    expect(readFileSync(fileOf()).length).toBeGreaterThan(20 * empty);
    settle(journal, 40);
    expect(readFileSync(fileOf()).length).toBeLessThan(2 * empty);
    expect(read()).toMatchObject({ waiting: [], last: { client, nextSeq: 41 } });
    journal.close();
  });

  test('a command that got other bytes before it was sent is kept as it is now', () => {
    const journal = open();
    const first = aWaiting(1);
    act(journal, first);
    const { hash: _hash, ...rest } = first.command;
    const later = { ...first, command: withHash({ ...rest, at: { ...rest.at, offsetMs: 9 } }) };
    journal.committed({ ...nothing, changed: [later] });
    journal.close();
    expect(read().waiting.map(({ command }) => command.hash)).toEqual([later.command.hash]);
  });

  test('a journal that cannot be written is no failed act; the next change makes it whole', () => {
    const journal = open();
    const commands = [aWaiting(1), aWaiting(2)];
    rmSync(dir, { recursive: true, force: true });
    act(journal, ...commands.slice(0, 1));
    expect(journal.trouble()).not.toBeNull();
    dir = mkdtempSync(join(tmpdir(), 'holos-journal-'));
    const elsewhere = openJournal({ file: fileOf(), key: KEY, state: () => state, stamp: () => 'then' });
    act(elsewhere, ...commands.slice(1));
    elsewhere.rewrite();
    expect(elsewhere.trouble()).toBeNull();
    expect(ids(read().waiting)).toEqual(ids(commands));
    elsewhere.close();
    journal.close();
  });

  test('a file with lines that cannot be read is put aside before it is written anew', () => {
    const before = open();
    const commands = [aWaiting(1), aWaiting(2)];
    for (const command of commands) act(before, command);
    before.close();
    const lines = readFileSync(fileOf(), 'utf8').split('\n');
    const damaged = ['garbage', ...lines].join('\n');
    writeFileSync(fileOf(), damaged);
    const after = open();
    expect(after.found?.unreadable).toBe(1);
    expect(ids(after.found?.waiting ?? [])).toEqual(ids(commands));
    after.rewrite();
    after.close();
    expect(readdirSync(dir).sort()).toEqual(['outbox.journal', 'outbox.journal.unreadable-then']);
    expect(readFileSync(`${fileOf()}.unreadable-then`, 'utf8')).toBe(damaged);
    expect(ids(read().waiting)).toEqual(ids(commands));
  });
});

describe('whatever happens to its bytes, no command comes out of it that did not go in', () => {
  const commands = Array.from({ length: 6 }, (_, index) => aWaiting(index + 1));
  const known = new Map(commands.map((given) => [given.command.id as string, JSON.stringify(given)]));

  function whole(): Buffer {
    const journal = open();
    journal.rewrite();
    for (const command of commands) act(journal, command);
    journal.close();
    return readFileSync(fileOf());
  }

  function check(bytes: Buffer): ReturnType<typeof readJournal> {
    const found = readJournal(bytes.toString('utf8'), lineSeal(KEY));
    for (const given of found.waiting) expect(JSON.stringify(given)).toBe(known.get(given.command.id));
    if (found.last !== null) expect(found.last.nextSeq).toBeLessThanOrEqual(commands.length + 1);
    return found;
  }

  test('cut anywhere, it gives everything before the cut', () => {
    const bytes = whole();
    fc.assert(
      fc.property(fc.nat({ max: bytes.length }), (length) => {
        const cut = bytes.subarray(0, length);
        const found = check(cut);
        const lines = cut.toString('utf8').split('\n').length - 1;
        // The first line is the base.
        expect(found.waiting).toHaveLength(Math.max(0, lines - 1));
        expect(found.unreadable).toBe(0);
      }),
    );
  });

  test('with any bit flipped, at most the lines it touches are lost', () => {
    const bytes = whole();
    fc.assert(
      fc.property(fc.nat({ max: bytes.length - 1 }), fc.nat({ max: 7 }), (place, bit) => {
        const flipped = Buffer.from(bytes);
        flipped[place] = (flipped[place] ?? 0) ^ (1 << bit);
        expect(check(flipped).waiting.length).toBeGreaterThanOrEqual(commands.length - 2);
      }),
    );
  });

  test('with stretches overwritten, moved or doubled', () => {
    const bytes = whole();
    const place = fc.nat({ max: bytes.length });
    fc.assert(
      fc.property(
        place,
        place,
        fc.uint8Array({ maxLength: 200 }),
        fc.boolean(),
        (from, to, noise, doubles) => {
          const [low, high] = [Math.min(from, to), Math.max(from, to)];
          const middle = doubles ? bytes.subarray(low, high) : noise;
          check(Buffer.concat([bytes.subarray(0, high), middle, bytes.subarray(high)]));
          check(Buffer.concat([bytes.subarray(0, low), middle, bytes.subarray(high)]));
        },
      ),
    );
  });
});
