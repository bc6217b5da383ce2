import { createHash } from 'node:crypto';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { hashedPart } from '../../../src-shared/command/canonical.ts';
import type { Command } from '../../../src-shared/command/envelope.ts';
import { doAct } from './act.ts';
import { KEY } from './image.ts';
import type { Station } from './station.ts';
import { outboxOf, type World } from './world.ts';

/** Leaves two numbers of the leased blocks: the next outage runs out of them. */
export function spendNumbers(station: Station): void {
  const disk = station.disk();
  disk?.aside(() => disk.open('intent')?.prepare('UPDATE block SET next = max(next, hi - 1)').run());
}

/**
 * An act done by a newer build of the application, which was then taken back to the present one: its command has a kind nobody
 * here knows. Nothing of it leaves the workstation before it is written.
 */
export async function writeAsNewerBuild(world: World, station: Station): Promise<void> {
  const way = world.network.ways[station.index];
  if (way === undefined || !station.isUp()) return;
  const { upCut } = way;
  way.upCut = true;
  const before = new Set(outboxOf(station).map(({ command }) => command.id));
  await doAct(world, station, 'note', false);
  const fresh = outboxOf(station).find(({ command }) => !before.has(command.id))?.command;
  if (fresh !== undefined && station.isUp()) {
    const { dir } = station.disk() ?? { dir: '' };
    await station.close();
    const { hash: _hash, ...rest } = { ...fresh, kind: 'call.hum' };
    const newer: Command = { ...rest, hash: createHash('sha256').update(hashedPart(rest)).digest('hex') };
    rewrite(dir, newer);
    world.ledger.rewrite(newer);
    await station.open();
  }
  way.upCut = upCut;
}

function rewrite(dir: string, command: Command): void {
  const db = new Sqlite(join(dir, 'intent.db'));
  try {
    db.pragma(`key = "x'${KEY.toString('hex')}'"`);
    db.prepare('UPDATE outbox SET kind = ?, body = ?, hash = ? WHERE id = ?').run(
      command.kind,
      JSON.stringify(command),
      command.hash,
      command.id,
    );
  } finally {
    db.close();
  }
}
