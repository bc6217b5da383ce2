import { afterAll, beforeAll, expect, it } from 'vitest';
import { DEMO_LEAD, DEMO_PASSWORD } from '../../../scripts/demo/accounts.ts';
import { pairingCode } from '../../../scripts/demo/administrator.ts';
import { loadQuestions, STARTER_SCRIPTS } from '../../../scripts/demo/questions.ts';
import { takeSeat } from '../../../scripts/demo/seat.ts';
import { topicByCode } from '../../../src-shared/catalog/topic.ts';
import { startTestServer, type TestServer } from '../../support/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

it('the demo has questions to ask on topics that can be chosen, published once however often it is loaded', async () => {
  const code = await pairingCode(server.dataDir);
  const { url } = server;
  const seat = await takeSeat({ url, code, name: 'Demo', login: DEMO_LEAD, password: DEMO_PASSWORD });
  expect(await loadQuestions(seat, '2026-11-25')).toBe(STARTER_SCRIPTS.length);
  expect(await loadQuestions(seat, '2026-11-26')).toBe(0);
  for (const code of STARTER_SCRIPTS.flatMap(({ topics }) => topics)) expect(topicByCode(code)).toBeDefined();
}, 60_000);
