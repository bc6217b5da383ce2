import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pairingCode } from '../../../scripts/demo/administrator.ts';
import { loadDay } from '../../../scripts/demo/loadDay.ts';
import { kyivMs } from '../../../scripts/demo/month/calendar.ts';
import { KeyKeptBySystemError, prepareWorkstation } from '../../../scripts/demo/workstation.ts';
import { writeKeyFile } from '../../../src-main/app/keyFile.ts';
import { startTestServer, type TestServer } from '../../support/server.ts';

const evening = kyivMs('2026-11-25', 18 * 3600);

describe('the demo day', () => {
  let server: TestServer;
  let folder: string;

  beforeAll(async () => {
    server = await startTestServer();
    folder = await mkdtemp(join(tmpdir(), 'holos-day-'));
  });
  afterAll(async () => {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  });

  const report = async () => await server.admin('report', { month: '2026-11' });
  const workstations = async () => await server.admin('workstation.list');

  it('is loaded once, and found by the next run', async () => {
    const first = await loadDay(server.url, server.dataDir, evening);
    expect(first).toEqual({ day: '2026-11-25', calls: 46, isNew: true });
    expect(await report()).toMatchObject({ calls: 46, appeals: 14, consultations: 32, urgentForwarded: 3 });
    const known = await workstations();
    expect(await loadDay(server.url, server.dataDir, evening)).toEqual({ ...first, isNew: false });
    expect(await report()).toMatchObject({ calls: 46 });
    expect(await workstations()).toEqual(known);
  }, 60_000);

  it('is on board of a workstation that stays enrolled and signed in', async () => {
    const userData = join(folder, 'workstation');
    let codes = 0;
    const code = async () => {
      codes += 1;
      return await pairingCode(server.dataDir);
    };
    const state = await prepareWorkstation(userData, server.url, code);
    expect(state.session?.operator.name).toBe('Коваль Олена');
    expect(state.keyUnprotected).toBe(true);
    const again = await prepareWorkstation(userData, server.url, code);
    expect(again).toEqual(state);
    expect(codes).toBe(1);
  }, 60_000);

  it('leaves a workstation alone whose key the system keeps', async () => {
    const userData = join(folder, 'kept');
    await prepareWorkstation(userData, server.url, async () => await pairingCode(server.dataDir));
    const key = { version: 1, protection: 'system', key: 'd3JhcHBlZA==', check: '0'.repeat(16) } as const;
    writeKeyFile(join(userData, 'store.key'), key);
    await expect(
      prepareWorkstation(userData, server.url, async () => await pairingCode(server.dataDir)),
    ).rejects.toThrow(KeyKeptBySystemError);
  }, 60_000);
});
