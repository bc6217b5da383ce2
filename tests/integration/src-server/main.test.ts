import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const project = new URL('../../../', import.meta.url).pathname;

describe('the server as a process', () => {
  let folder: string;
  let dataDir: string;
  const children: ChildProcess[] = [];
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'holos-main-'));
    dataDir = join(folder, 'server');
  });
  afterEach(async () => {
    for (const child of children.splice(0))
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
    await rm(folder, { recursive: true, force: true });
  });

  function run(file: string, words: string[] = [], env: Record<string, string> = {}) {
    const child = spawn(process.execPath, [join(project, 'src-server', file), ...words], {
      env: { ...process.env, HOLOS_DATA: dataDir, HOLOS_PORT: '0', HOLOS_DEMO: '1', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    children.push(child);
    let out = '';
    let errors = '';
    child.stdout.on('data', (chunk) => {
      out += chunk;
    });
    child.stderr.on('data', (chunk) => {
      errors += chunk;
    });
    const ended = once(child, 'close').then(([code]) => ({ code, out: out.trim(), errors: errors.trim() }));
    const url = async () => {
      for await (const line of createInterface({ input: child.stdout })) return String(JSON.parse(line).url);
      throw new Error(`ended before it was ready: ${errors}`);
    };
    return { child, ended, url };
  }

  test('says when it listens, answers the administrator through the door, stops on SIGTERM and leaves nothing', async () => {
    const server = run('main.ts');
    const url = await server.url();
    expect((await fetch(`${url}/health`)).status).toBe(200);
    expect((await stat(join(dataDir, 'admin.json'))).mode & 0o777).toBe(0o600);
    const paired = await run('admin.ts', ['pair', '--region', 'dn', '--json']).ended;
    expect(JSON.parse(paired.out)).toEqual({
      code: expect.stringMatching(/^\d{4}-\d{4}$/),
      expires: expect.stringMatching(/^\d{4}-/),
    });
    server.child.kill('SIGTERM');
    const ended = await server.ended;
    expect(ended.code).toBe(0);
    await expect(readFile(join(dataDir, 'admin.json'))).rejects.toThrow('ENOENT');
  });

  test('after a kill the administrator opens the store itself, and the server starts again', async () => {
    const server = run('main.ts');
    await server.url();
    server.child.kill('SIGKILL');
    await server.ended;
    const listed = await run('admin.ts', ['account', 'list', '--json']).ended;
    expect(JSON.parse(listed.out)).toHaveLength(5);
    const again = run('main.ts');
    await again.url();
    again.child.kill('SIGINT');
    expect((await again.ended).code).toBe(0);
  });

  test('a second server on the same folder ends with one sentence', async () => {
    await run('main.ts').url();
    const second = await run('main.ts').ended;
    expect(second).toMatchObject({ code: 1, out: '' });
    expect(second.errors).toMatch(/^Another server already uses the database .*\.$/);
  });

  test('a taken port, a folder that is a file, a missing HOLOS_DATA: one sentence each', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const address = taken.address();
    const port = typeof address === 'object' && address !== null ? String(address.port) : '';
    const busy = await run('main.ts', [], { HOLOS_PORT: port }).ended;
    taken.close();
    const file = join(folder, 'file');
    await writeFile(file, '');
    const blocked = await run('main.ts', [], { HOLOS_DATA: join(file, 'server') }).ended;
    const missing = await run('main.ts', [], { HOLOS_DATA: '' }).ended;
    expect(busy.errors).toBe(`Port ${port} is taken by another program; choose another with HOLOS_PORT.`);
    expect(blocked.errors).toMatch(/^Not a folder: .*\.$/);
    expect(missing.errors).toBe('Set HOLOS_DATA to the folder in which the server keeps its data.');
    expect([busy.code, blocked.code, missing.code]).toEqual([1, 1, 1]);
  });

  test('an administrator is told what is wrong in a sentence', async () => {
    await run('admin.ts', ['demo']).ended;
    const cases: [string[], RegExp][] = [
      [['nonsense'], /^Unknown command "nonsense"; there are: pair, /],
      [['pair', '--region', 'zz'], /^There is no region "zz"\.$/],
      [
        ['account', 'add', '--login', 'koval', '--name', 'К', '--role', 'operator'],
        /^The login "koval" is taken\.$/,
      ],
      [['account', 'add', '--login', 'x', '--name', 'К', '--role', 'king'], /^--role: /],
    ];
    for (const [words, sentence] of cases) {
      const ended = await run('admin.ts', words).ended;
      expect(ended.errors).toMatch(sentence);
      expect(ended.code).toBe(1);
    }
  });
});
