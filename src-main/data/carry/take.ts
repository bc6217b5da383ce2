import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { CARRY_MOST_BYTES, type CarryContent, readCarryFile } from '../../../src-shared/carry/file.ts';
import type { CarryTaken } from '../../../src-shared/carry/queries.ts';
import { hashedPart } from '../../../src-shared/command/canonical.ts';
import type { Command } from '../../../src-shared/command/envelope.ts';
import type { Answer } from '../../../src-shared/ipc/envelope.ts';
import { err, ok } from '../../../src-shared/result.ts';
import type { Desk } from '../desk.ts';
import { openCarried } from './seal.ts';

/**
 * Takes in unsent work of another workstation of the region. What is here already, from an earlier file or as this workstation's own, is
 * recognised; nothing of an earlier file is changed by a later one.
 */
export async function takeCarried(desk: Desk, path: string, passphrase: string): Promise<Answer<CarryTaken>> {
  const text = await read(path);
  if (text === null) return err({ code: 'fileUnreadable', data: { name: basename(path) } });
  const reading = readCarryFile(text);
  if (reading.kind !== 'ours')
    return err({ code: reading.kind === 'newer' ? 'carryFileNewer' : 'carryFileForeign', data: {} });
  const content = await openCarried(reading.file, passphrase);
  if (content === null) return err({ code: 'carryPassphraseWrong', data: {} });
  const enrolment = desk.stores.intent.enrolment.get();
  if (enrolment === null) return err({ code: 'notEnrolled', data: {} });
  if (content.region !== enrolment.region || content.groups.some((group) => !isOneClient(content, group)))
    return err({ code: 'carryRegionOther', data: {} });
  return ok(keep(desk, content));
}

async function read(path: string): Promise<string | null> {
  try {
    if ((await stat(path)).size > CARRY_MOST_BYTES) return null;
    return await readFile(path, 'utf8');
  } catch {
    // Gone, closed to us, or a medium that was pulled out: told by name, tried again by a person.
    return null;
  }
}

/** One client, one region, in sequence: what the centre will ask for too. */
function isOneClient(
  { region }: CarryContent,
  { client, commands }: CarryContent['groups'][number],
): boolean {
  return commands.every(
    (command, index) =>
      command.client === client &&
      command.region === region &&
      command.seq > (commands[index - 1]?.seq ?? 0) &&
      createHash('sha256').update(hashedPart(command)).digest('hex') === command.hash,
  );
}

function keep(desk: Desk, content: CarryContent): CarryTaken {
  const { intent } = desk.stores;
  const at = desk.time.now();
  return intent.transact(() => {
    let fresh = 0;
    let known = 0;
    for (const { client, commands } of content.groups) {
      intent.parcel.tryAgain(client);
      for (const command of commands) {
        if (isKnown(desk, command)) known += 1;
        else {
          intent.parcel.add(command, content.name, at);
          fresh += 1;
        }
      }
    }
    desk.log.info({ from: content.workstation, fresh, known }, 'unsent work of another workstation taken in');
    return { source: content.name, fresh, known };
  });
}

function isKnown(desk: Desk, command: Command): boolean {
  const { acknowledged, outbox, parcel } = desk.stores.intent;
  if (outbox.has(command.id) || acknowledged.has(command.id)) return true;
  const found = parcel.known(command);
  if (found.some(({ hash }) => hash !== command.hash))
    desk.log.warn(
      { command: command.id, client: command.client, seq: command.seq },
      'carried command known otherwise',
    );
  return found.length > 0;
}
