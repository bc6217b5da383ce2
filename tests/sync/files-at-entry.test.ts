// Files pasted or dropped on a card before its appeal is registered: kept here, attached by the act that registers.
import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FileFacts } from '../../src-shared/attachment/model.ts';
import { PIECE_BYTES } from '../../src-shared/attachment/queries.ts';
import { AppealId } from '../../src-shared/brand.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import {
  aRegisteredCall,
  openTestWorkstation,
  removeFolders,
  type TestWorkstation,
} from '../support/workstation.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(async () => {
  await server.close();
  await removeFolders();
});

async function aDesk(): Promise<TestWorkstation> {
  const desk = await openTestWorkstation();
  await desk.enrol(server);
  await desk.signIn();
  await desk.settled();
  return desk;
}

/** Hands bytes over piece by piece, as a window does. */
async function keep(desk: TestWorkstation, bytes: Buffer, name = 'яма.png'): Promise<FileFacts> {
  const upload = randomUUID();
  const pieces = Math.ceil(bytes.length / PIECE_BYTES);
  for (let index = 0; ; index += 1) {
    const data = bytes.subarray(index * PIECE_BYTES, (index + 1) * PIECE_BYTES).toString('base64');
    const last = index === pieces - 1;
    const { file } = await desk.get('attachment.piece', { upload, name, index, last, data });
    expect(file === null).toBe(!last);
    if (file !== null) return file;
  }
}

const listed = async (desk: TestWorkstation, appeal: string) =>
  (await desk.get('attachment.list', { appeal: AppealId.parse(appeal) })).files;

describe('a file of a card', () => {
  test('is attached with the registration, in one act, and reaches the centre whole', async () => {
    const desk = await aDesk();
    const bytes = randomBytes(2 * PIECE_BYTES + 5);
    const file = await keep(desk, bytes);
    expect(file).toMatchObject({ name: 'яма.png', type: 'image/png', size: bytes.length });
    const appeal = randomUUID();
    await desk.submit([
      ...aRegisteredCall(randomUUID(), appeal),
      { kind: 'appeal.attach', payload: { appeal, file } },
    ]);
    await desk.until(async () => (await listed(desk, appeal)).every(({ state }) => state === 'present'));
    expect(await listed(desk, appeal)).toHaveLength(1);
  });

  test('that is no picture, document, sound or film is refused, and so are pieces out of order', async () => {
    const desk = await aDesk();
    const piece = { upload: randomUUID(), index: 0, last: true, data: 'AAAA' };
    expect(await desk.call('attachment.piece', { ...piece, name: 'setup.exe' })).toMatchObject({
      error: { code: 'fileTypeRefused', data: { name: 'setup.exe' } },
    });
    expect(await desk.call('attachment.piece', { ...piece, name: 'a.pdf', index: 3 })).toMatchObject({
      error: { code: 'fileUnreadable' },
    });
    expect(await desk.call('attachment.piece', { ...piece, name: 'a.pdf', data: '' })).toMatchObject({
      error: { code: 'fileEmpty' },
    });
  });

  test('that is not wanted after all is let go; one that is attached stays', async () => {
    const desk = await aDesk();
    const unwanted = await keep(desk, randomBytes(10));
    await desk.get('attachment.drop', { hash: unwanted.hash });
    const file = await keep(desk, randomBytes(10));
    const appeal = randomUUID();
    await desk.submit([
      ...aRegisteredCall(randomUUID(), appeal),
      { kind: 'appeal.attach', payload: { appeal, file } },
    ]);
    await desk.get('attachment.drop', { hash: file.hash });
    expect(await listed(desk, appeal)).toMatchObject([{ isHere: true }]);
  });
});
