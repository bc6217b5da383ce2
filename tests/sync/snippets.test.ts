import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../support/server.ts';
import { openTestWorkstation, removeFolders, type TestWorkstation } from '../support/workstation.ts';

let server: TestServer;
const open: TestWorkstation[] = [];

async function aDesk(login: string): Promise<TestWorkstation> {
  const made = await openTestWorkstation();
  open.push(made);
  await made.enrol(server, login);
  await made.signIn(login);
  await made.settled();
  return made;
}

async function settled(desk: TestWorkstation): Promise<void> {
  desk.nudge();
  await desk.settled();
}

async function save(desk: TestWorkstation, snippet: string, title: string, expected: number): Promise<void> {
  const text = { code: 'вода', title, text: 'Води немає з {коли}.', topics: ['03.01'] };
  await desk.submit([{ kind: 'snippet.save', payload: { snippet, expected, text, isRemoved: false } }]);
}

const titles = async (desk: TestWorkstation) =>
  (await desk.get('snippet.list', {})).snippets.map(({ title }) => title);

beforeAll(async () => {
  server = await startTestServer();
});
afterEach(async () => {
  for (const made of open.splice(0)) await made.close();
});
afterAll(async () => {
  await server.close();
  await removeFolders();
});

describe('what helps in the notes', () => {
  test('a snippet is at every workstation; of two texts written apart the first to come stays, the other waits whole in its author’s Attention', async () => {
    const first = await aDesk('shevchuk');
    const snippet = randomUUID();
    await save(first, snippet, 'Немає води', 0);
    await settled(first);
    const second = await aDesk('shevchuk');
    expect(await titles(second)).toEqual(['Немає води']);

    second.line.cut();
    await save(second, snippet, 'Без води, інакше', 1);
    expect(await titles(second)).toEqual(['Без води, інакше']);
    await save(first, snippet, 'Води немає', 1);
    await settled(first);
    second.line.mend();
    await settled(second);
    expect(await titles(second)).toEqual(['Води немає']);
    expect((await second.get('attention.list', {})).items).toMatchObject([
      { kind: 'snippet.save', code: 'snippet_changed', payload: { text: { title: 'Без води, інакше' } } },
    ]);
  });

  test('tags of a call made without the centre are seen by everybody after it', async () => {
    const koval = await aDesk('koval');
    koval.line.cut();
    const call = randomUUID();
    await koval.submit([{ kind: 'call.start', payload: { call, phone: null, phoneRaw: '' } }]);
    await koval.submit([
      { kind: 'call.tag', payload: { call, tags: ['badLine', 'upset'] } },
      { kind: 'call.finish', payload: { call, phone: null, phoneRaw: '', code: 'dropped' } },
    ]);
    koval.line.mend();
    await settled(koval);
    const lead = await aDesk('shevchuk');
    const { lines } = await lead.get('call.list', { scope: 'all', limit: 50 });
    expect(lines.find(({ id }) => id === call)?.tags).toEqual(['upset', 'badLine']);
  });
});
