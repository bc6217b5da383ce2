import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../../../support/server.ts';

const HEAD = 'record;code;settlement;uk;ru;former;community;district;kind;buildings';

describe('directory import', () => {
  let server: TestServer;
  const folder = mkdtempSync(join(tmpdir(), 'holos-directory-'));
  const file = join(folder, 'directory.csv');
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(async () => {
    await server.close();
    rmSync(folder, { recursive: true });
  });
  const importText = async (text: string | Buffer) => {
    writeFileSync(file, text);
    return await server.admin('directory.import', { file });
  };

  it('publishes what is new or changed; the same file again writes nothing', async () => {
    const text = `${HEAD}\nsettlement;UA1;;Садове;;;Перша громада;UA14;village;\nstreet;;UA1;вул. Миру;;вул. Леніна;;;;\n`;
    expect(await importText(text)).toEqual({ settlements: 1, streets: 1, written: 2 });
    expect(await importText(text)).toEqual({ settlements: 1, streets: 1, written: 0 });
    expect(await importText(text.replace('вул. Леніна', 'вул. Леніна|вул. Нова'))).toMatchObject({
      written: 1,
    });
  });

  it('refuses a file with a fault whole, naming its line', async () => {
    const text = `${HEAD}\nsettlement;UA2;;Нове;;;;UA14;village;\nstreet;;;вул. Миру;;;;;;\n`;
    await expect(importText(text)).rejects.toThrow(/line 3/);
    const { written } = (await importText(text.split('\n').slice(0, 2).join('\n'))) as { written: number };
    expect(written).toBe(1);
  });

  it('refuses what is not UTF-8 or not there', async () => {
    await expect(importText(Buffer.from([0xc2, 0xd5, 0xd2]))).rejects.toThrow('not UTF-8');
    await expect(server.admin('directory.import', { file: join(folder, 'none.csv') })).rejects.toThrow(
      'cannot be read',
    );
  });

  it('has a sample that can be imported', async () => {
    expect(await server.admin('directory.sample')).toMatchObject({ settlements: 0, streets: 6, written: 6 });
  });
});
