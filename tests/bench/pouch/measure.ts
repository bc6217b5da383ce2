import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { freshFolder } from '../centre.ts';

/**
 * Documents a second that PouchDB replicates between two processes on this machine, each with its own LevelDB.
 * @param direction `push`: from the workstation to the server, as after an outage; `pull`: a first download
 */
export async function measurePouch(direction: 'push' | 'pull', docs: readonly object[]): Promise<number> {
  const folder = await freshFolder(`pouch-${direction}`);
  const server = spawn(process.execPath, [join(import.meta.dirname, 'server.mjs'), folder], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const serverEnded = once(server, 'exit');
  try {
    const { url } = JSON.parse(await firstLine(server.stdout)) as { url: string };
    const words = [join(import.meta.dirname, 'client.mjs'), folder, url, direction, 'work'];
    const client = spawn(process.execPath, words, { cwd: folder, stdio: ['pipe', 'pipe', 'inherit'] });
    client.stdin.end(docs.map((doc) => JSON.stringify(doc)).join('\n'));
    const said = JSON.parse(await firstLine(client.stdout)) as { ms: number; docs: number };
    if (said.docs !== docs.length)
      throw new Error(`PouchDB replicated ${said.docs} of ${docs.length} documents`);
    return (docs.length * 1000) / said.ms;
  } finally {
    server.kill('SIGKILL');
    await serverEnded;
  }
}

async function firstLine(output: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface({ input: output })) return line;
  throw new Error('the peer ended without a word');
}
