import { afterAll, beforeAll, expect, it } from 'vitest';
import { DEMO_LEAD, DEMO_PASSWORD } from '../../../scripts/demo/accounts.ts';
import { pairingCode } from '../../../scripts/demo/administrator.ts';
import { loadArticles, STARTER_ARTICLES } from '../../../scripts/demo/articles.ts';
import { takeSeat } from '../../../scripts/demo/seat.ts';
import { topicByCode } from '../../../src-shared/catalog/topic.ts';
import { ArticleText } from '../../../src-shared/knowledge/model.ts';
import { startTestServer, type TestServer } from '../../support/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

it('the demo has articles to answer with, published once however often it is loaded', async () => {
  const code = await pairingCode(server.dataDir);
  const { url } = server;
  const seat = await takeSeat({ url, code, name: 'Demo', login: DEMO_LEAD, password: DEMO_PASSWORD });
  expect(await loadArticles(seat, '2026-11-25')).toBe(STARTER_ARTICLES.length);
  expect(await loadArticles(seat, '2026-11-26')).toBe(0);
}, 60_000);

it.each(STARTER_ARTICLES)(
  '$title: a whole article on topics that can be chosen',
  ({ title, body, topics }) => {
    const text = { title, body, topics: [...topics], districts: [], validFrom: null, validUntil: null };
    expect(ArticleText.parse(text)).toEqual(text);
    for (const code of topics) expect(topicByCode(code)).toBeDefined();
  },
);
