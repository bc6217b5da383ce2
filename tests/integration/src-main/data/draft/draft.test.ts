import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { CallId } from '../../../../../src-shared/brand.ts';
import { aTestDesk } from '../../../../support/desk.ts';
import { startTestServer, type TestServer } from '../../../../support/server.ts';
import {
  aClock,
  aRegisteredCall,
  CLIENT_MIGRATIONS,
  openTestWorkstation,
  removeFolders,
  type TestWorkstation,
} from '../../../../support/workstation.ts';

let server: TestServer;
let desk: TestWorkstation;
const clock = aClock();
const newCall = () => randomUUID() as CallId;

beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  desk = await openTestWorkstation({ clock });
  await desk.enrol(server);
  await desk.signIn();
});
afterEach(() => desk.close());
afterAll(async () => {
  await server.close();
  await removeFolders();
});

describe('drafts', () => {
  test('an older revision never overwrites a newer one, and the answer says what is stored', async () => {
    const call = newCall();
    await desk.get('draft.save', { call, field: 'notes', text: 'пізніше', rev: 5 });
    const late = await desk.get('draft.save', { call, field: 'notes', text: 'раніше', rev: 4 });
    expect(late.rev).toBe(5);
    const { calls } = await desk.get('draft.list', {});
    expect(calls[0]?.fields).toMatchObject([{ field: 'notes', text: 'пізніше', rev: 5 }]);
  });

  test('belong to their operator: a colleague only sees that some wait', async () => {
    await desk.get('draft.save', { call: newCall(), field: 'notes', text: 'моє', rev: 1 });
    await desk.get('session.signOut', {});
    expect((await desk.problem('draft.list', {})).code).toBe('notSignedIn');
    await desk.signIn('bondar');
    expect(await desk.get('draft.list', {})).toMatchObject({ calls: [], ofOthers: 1 });
    await desk.signIn('koval');
    expect((await desk.get('draft.list', {})).calls).toHaveLength(1);
  });

  test('of corrections are kept apart from calls, and one that was sent is gone', async () => {
    const [appeal, sent] = [newCall(), newCall()];
    const save = (call: CallId, text: string, rev: number) =>
      desk.get('draft.save', { call, field: 'correction', text, rev });
    await save(appeal, '{"amend":1}', 1);
    await save(sent, '{"retry":1}', 1);
    await save(sent, '', 2);
    const listed = await desk.get('draft.list', {});
    expect(listed).toMatchObject({ calls: [], corrections: [{ call: appeal, text: '{"amend":1}' }] });
    desk = await desk.reopen();
    expect((await desk.get('draft.list', {})).corrections).toHaveLength(1);
    // The trace of the sent one is gone: a new correction begins with revision 1 again.
    await save(sent, '{"retry":2}', 1);
    expect((await desk.get('draft.list', {})).corrections.map(({ text }) => text).sort()).toEqual([
      '{"amend":1}',
      '{"retry":2}',
    ]);
    await desk.get('session.signOut', {});
    await desk.signIn('bondar');
    expect(await desk.get('draft.list', {})).toMatchObject({ corrections: [], ofOthers: 0 });
  });

  test('come back with the time at which their call began', async () => {
    const call = newCall();
    const startedAt = '2026-11-25T08:00:00.000Z';
    await desk.get('draft.save', { call, field: 'call', text: JSON.stringify({ startedAt }), rev: 1 });
    await desk.get('draft.save', { call, field: 'notes', text: 'текст', rev: 1 });
    desk = await desk.reopen();
    const { calls, recovered } = await desk.get('draft.list', {});
    expect(calls).toMatchObject([{ call, startedAt }]);
    expect(recovered).toBe(false);
  });

  test('are consumed by the act that completes them, all of a call or one field', async () => {
    const call = newCall();
    const other = newCall();
    for (const field of ['notes', 'appeal'] as const) {
      await desk.get('draft.save', { call, field, text: 'x', rev: 1 });
      await desk.get('draft.save', { call: other, field, text: 'x', rev: 1 });
    }
    await desk.get('command.submit', {
      action: randomUUID(),
      commands: aRegisteredCall(call),
      consumes: [
        { call, field: null },
        { call: other, field: 'appeal' },
      ],
    });
    const { calls } = await desk.get('draft.list', {});
    expect(calls.map((unfinished) => unfinished.fields.map(({ field }) => field))).toEqual([['notes']]);
    await desk.get('draft.save', { call, field: 'notes', text: 'запізніле', rev: 1 });
    expect((await desk.get('draft.list', {})).calls).toHaveLength(1);
  });
});

describe('earlier texts of a field', () => {
  test('are kept every 200 characters and before a cut, the last 50, so that select-all-and-type is undoable', async () => {
    const of = await aTestDesk();
    const { draft } = of.desk.stores.intent;
    const call = newCall();
    const save = (text: string, rev: number) =>
      draft.save('me', { call, field: 'notes', text, rev }, of.desk.time.now());
    const long = 'довгий текст, набраний за всю розмову';
    save(long, 1);
    save(`${long}.`, 2);
    save('х', 3);
    expect(draft.past('me', call, 'notes')[0]?.text).toBe(`${long}.`);
    for (let rev = 4; rev < 124; rev += 1) save('я'.repeat(rev * 200), rev);
    const past = draft.past('me', call, 'notes');
    expect(past).toHaveLength(50);
    expect(past[0]?.rev).toBe(122);
    of.close();
  });
});

describe('a kill in the middle of typing', () => {
  test('loses nothing that was said to be saved, and is told once', async () => {
    await desk.close();
    const call = newCall();
    const typist = join(import.meta.dirname, '../../../../support/typist.ts');
    const child = spawn(
      process.execPath,
      [typist, desk.dir, desk.key.toString('hex'), CLIENT_MIGRATIONS, call],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    const ended = new Promise((resolve) => child.once('exit', resolve));
    let saved = 0;
    for await (const line of createInterface({ input: child.stdout })) {
      saved = Number(line);
      if (saved === 40) child.kill('SIGKILL');
    }
    await ended;
    expect(saved).toBeGreaterThanOrEqual(40);

    desk = await openTestWorkstation({ dir: desk.dir, key: desk.key });
    const state = await desk.get('workstation.state', {});
    expect(state.session?.operator.name).toMatch(/^Коваль/);
    const first = await desk.get('draft.list', {});
    expect(first.recovered).toBe(true);
    const [field] = first.calls[0]?.fields ?? [];
    expect(field?.rev).toBeGreaterThanOrEqual(saved);
    expect(field?.text).toBe('слово '.repeat(field?.rev ?? 0));
    expect((await desk.get('draft.list', {})).recovered).toBe(false);
  });
});
