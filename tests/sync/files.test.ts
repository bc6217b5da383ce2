// Bytes of attached files: they travel apart from the appeal, resume where they stopped, and are never lost with their source.
import { randomBytes, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { attach } from '../../src-main/data/blob/attach.ts';
import { listAttachments } from '../../src-main/data/blob/list.ts';
import { Attachment, MAX_ATTACHMENT_BYTES } from '../../src-shared/attachment/model.ts';
import { AppealId } from '../../src-shared/brand.ts';
import { BLOB_PIECE_BYTES } from '../../src-shared/sync/blob.ts';
import { aTestDesk, type TestDesk } from '../support/desk.ts';
import type { TestServer } from '../support/server.ts';
import { ENGINES, useBench } from '../support/stores.ts';
import {
  aFolder,
  anAnswer,
  aRegisteredCall,
  openTestWorkstation,
  removeFolders,
  type TestWorkstation,
} from '../support/workstation.ts';

afterAll(removeFolders);

async function aFile(bytes: Buffer, name = 'яма на дорозі.jpg'): Promise<string> {
  const path = join(await aFolder(), name);
  writeFileSync(path, bytes);
  return path;
}

async function register(desk: TestWorkstation): Promise<string> {
  const appeal = randomUUID();
  await desk.submit(aRegisteredCall(randomUUID(), appeal));
  return appeal;
}

async function add(desk: TestWorkstation, appeal: string, path: string): Promise<void> {
  const answer = await desk.call('attachment.add', { appeal, path });
  expect(answer).toEqual({ ok: true, value: {} });
}

const files = async (desk: TestWorkstation, appeal: string) =>
  (await desk.get('attachment.list', { appeal: AppealId.parse(appeal) })).files;

async function untilState(desk: TestWorkstation, appeal: string, state: string): Promise<void> {
  await desk.until(async () => (await files(desk, appeal)).every((file) => file.state === state));
}

/** A copy as a person would save it. */
async function saved(desk: TestWorkstation, attachment: string): Promise<Buffer> {
  const path = join(await aFolder(), 'copy');
  expect(await desk.call('attachment.write', { attachment, path })).toMatchObject({ ok: true });
  return readFileSync(path);
}

describe.each(ENGINES)('files over %s', (engine) => {
  const { server } = useBench(engine);

  test('a file attached without a connection reaches the centre, and another workstation opens it', async () => {
    const desk = await openTestWorkstation();
    await desk.enrol(server());
    await desk.signIn();
    await desk.settled();
    desk.line.cut();
    const appeal = await register(desk);
    const bytes = randomBytes(2 * BLOB_PIECE_BYTES + 777);
    await add(desk, appeal, await aFile(bytes));
    expect(await files(desk, appeal)).toMatchObject([
      { name: 'яма на дорозі.jpg', state: 'waiting', sent: 0, isHere: true, size: bytes.length },
    ]);
    desk.line.mend();
    desk.nudge();
    await untilState(desk, appeal, 'present');

    const other = await openTestWorkstation();
    await other.enrol(server());
    await other.signIn('bondar');
    await other.settled();
    const [line] = await files(other, appeal);
    expect(line).toMatchObject({ state: 'present', isHere: false });
    expect((await saved(other, line?.attachment ?? '')).equals(bytes)).toBe(true);
    expect((await files(other, appeal))[0]?.isHere).toBe(true);
    await desk.close();
    await other.close();
  });

  test('the appeal is accepted while only the file breaks, and says so; the file follows by itself', async () => {
    const desk = await openTestWorkstation();
    await desk.enrol(server());
    await desk.signIn();
    await desk.settled();
    let isBroken = true;
    const offsets: string[] = [];
    let tellBroken: () => void = () => undefined;
    const broken = new Promise<void>((resolve) => {
      tellBroken = resolve;
    });
    desk.line.intercept(async (path, pass, _body, { url }) => {
      if (!path.startsWith('/sync/blob/') || path === '/sync/blob/state') return await pass();
      offsets.push(url.searchParams.get('offset') ?? '');
      if (!isBroken || offsets.length === 1) return await pass();
      tellBroken();
      return anAnswer(502, '<html>bad gateway</html>');
    });
    const appeal = await register(desk);
    const bytes = randomBytes(3 * BLOB_PIECE_BYTES);
    await add(desk, appeal, await aFile(bytes));
    await broken;
    await desk.settled();
    const detail = await desk.get('appeal.get', { appeal: AppealId.parse(appeal) });
    expect(detail?.delivery).toBe('accepted');
    expect(await files(desk, appeal)).toMatchObject([{ state: 'sending', sent: BLOB_PIECE_BYTES }]);
    isBroken = false;
    offsets.length = 0;
    desk.nudge();
    await untilState(desk, appeal, 'present');
    // Not from the beginning: what had arrived is not sent again.
    expect(offsets[0]).toBe(String(BLOB_PIECE_BYTES));
    await desk.close();
  });

  test('the source may vanish right after attaching: the upload succeeds after a restart', async () => {
    const desk = await openTestWorkstation();
    await desk.enrol(server());
    await desk.signIn();
    await desk.settled();
    desk.line.cut();
    const appeal = await register(desk);
    const bytes = randomBytes(5000);
    const path = await aFile(bytes);
    await add(desk, appeal, path);
    rmSync(path);
    const again = await desk.reopen();
    again.line.mend();
    again.nudge();
    await untilState(again, appeal, 'present');
    const [line] = await files(again, appeal);
    expect((await saved(again, line?.attachment ?? '')).equals(bytes)).toBe(true);
    await again.close();
  });

  test('a copy damaged here stops no command and does not make the centre look away', async () => {
    const desk = await openTestWorkstation();
    await desk.enrol(server());
    await desk.signIn();
    await desk.settled();
    desk.line.cut();
    const appeal = await register(desk);
    await add(desk, appeal, await aFile(randomBytes(3000)));
    const folder = join(desk.dir, 'blobs');
    for (const name of readdirSync(folder)) writeFileSync(join(folder, name), 'damaged');
    desk.line.mend();
    desk.nudge();
    await desk.settled();
    const next = await register(desk);
    await desk.settled();
    expect((await desk.get('appeal.get', { appeal: AppealId.parse(next) }))?.delivery).toBe('accepted');
    expect(await files(desk, appeal)).toMatchObject([{ state: 'waiting', sent: 0 }]);
    expect((await desk.get('sync.status', {})).state).toBe('connected');
    await desk.close();
  });

  test('bytes damaged on their way are noticed by their hash and asked for again', async () => {
    const desk = await openTestWorkstation();
    await desk.enrol(server());
    await desk.signIn();
    await desk.settled();
    const appeal = await register(desk);
    await desk.settled();
    let damaged = 0;
    const bytes = randomBytes(4000);
    desk.line.intercept(async (_path, pass, _body, { body }) => {
      if (!(body instanceof Uint8Array) || damaged > 0) return await pass();
      damaged += 1;
      const other = new Uint8Array(body);
      other[7] = (other[7] ?? 0) ^ 1;
      return await pass(other);
    });
    await add(desk, appeal, await aFile(bytes));
    await untilState(desk, appeal, 'present');
    expect(damaged).toBe(1);
    const [line] = await files(desk, appeal);
    const row = await server().running.context.blobs.read('dn', await hashAt(server(), appeal), 0, 5000);
    expect(row.equals(bytes)).toBe(true);
    expect(line?.size).toBe(bytes.length);
    await desk.close();
  });
});

/** SHA-256 of what was attached, as the centre's record says it. */
async function hashAt(server: TestServer, appeal: string): Promise<string> {
  const { db } = server.running.context.store;
  const rows = await db.selectFrom('record').select('doc').where('type', '=', 'attachment').execute();
  const docs = rows.map(({ doc }) => Attachment.parse(JSON.parse(doc ?? '{}')));
  return docs.find((doc) => doc.appeal === appeal)?.file.hash ?? '';
}

test('an empty file, one too large and none at all are refused in words, and nothing is attached', async () => {
  const desk = await aTestDesk();
  const appeal = registered(desk);
  const large = await aFile(Buffer.alloc(0), 'велике.bin');
  truncateSync(large, MAX_ATTACHMENT_BYTES + 1);
  const refused = async (path: string) => {
    const answer = await attach(desk.desk, desk.session, desk.enrolment, { appeal, path });
    return answer.ok ? null : answer.error;
  };
  expect(await refused(large)).toEqual({ code: 'fileTooLarge', data: { name: 'велике.bin' } });
  expect(await refused(await aFile(Buffer.alloc(0)))).toMatchObject({ code: 'fileEmpty' });
  expect(await refused('/nowhere/листа.pdf')).toEqual({
    code: 'fileUnreadable',
    data: { name: 'листа.pdf' },
  });
  expect(listAttachments(desk.desk, appeal)).toEqual([]);
  desk.close();
});

function registered(desk: TestDesk): AppealId {
  const appeal = AppealId.parse(randomUUID());
  expect(desk.act(aRegisteredCall(randomUUID(), appeal))).toBeNull();
  return appeal;
}
