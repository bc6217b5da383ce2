import { afterAll, beforeAll, expect, it } from 'vitest';
import { DEMO_LEAD, DEMO_PASSWORD } from '../../../scripts/demo/accounts.ts';
import { pairingCode } from '../../../scripts/demo/administrator.ts';
import { takeSeat } from '../../../scripts/demo/seat.ts';
import { loadSnippets, STARTER_SNIPPETS } from '../../../scripts/demo/snippets.ts';
import { topicByCode } from '../../../src-shared/catalog/topic.ts';
import { keysOf } from '../../../src-shared/snippet/code.ts';
import { SnippetText } from '../../../src-shared/snippet/model.ts';
import { startTestServer, type TestServer } from '../../support/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

it('the demo has snippets, published once however often it is loaded, no two with one code', async () => {
  const code = await pairingCode(server.dataDir);
  const { url } = server;
  const seat = await takeSeat({ url, code, name: 'Demo', login: DEMO_LEAD, password: DEMO_PASSWORD });
  expect(await loadSnippets(seat, '2026-11-25')).toBe(STARTER_SNIPPETS.length);
  expect(await loadSnippets(seat, '2026-11-26')).toBe(0);
  const keys = STARTER_SNIPPETS.map((snippet) => keysOf(snippet.code));
  expect(new Set(keys).size).toBe(keys.length);
}, 60_000);

it.each(STARTER_SNIPPETS)('$title: whole, on topics that can be chosen', ({ id: _id, ...text }) => {
  expect(SnippetText.parse(text)).toEqual(text);
  for (const topic of text.topics) expect(topicByCode(topic)).toBeDefined();
});
