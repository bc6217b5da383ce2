import { randomBytes } from 'node:crypto';
import { basename } from 'node:path';
import { type CarryContent, passphraseOf } from '../../../src-shared/carry/file.ts';
import type { Command } from '../../../src-shared/command/envelope.ts';
import type { Answer } from '../../../src-shared/ipc/envelope.ts';
import { err, ok } from '../../../src-shared/result.ts';
import type { Desk } from '../desk.ts';
import { commandToSend } from '../sync/standIn.ts';
import { writeWhole } from '../wholeFile.ts';
import { sealCarried } from './seal.ts';

/**
 * Writes everything that the centre has not confirmed into one sealed file: what waits here and what was brought from elsewhere. It all
 * stays here as well; whoever brings it first, the other is recognised as a repeat.
 * @param passphrase null makes one
 */
export async function saveCarried(
  desk: Desk,
  path: string,
  passphrase: string | null,
): Promise<Answer<{ passphrase: string; commands: number }>> {
  const content = unsentOf(desk);
  if (content === null) return err({ code: 'carryNothing', data: {} });
  const word = passphrase ?? makePassphrase();
  const file = await sealCarried(content, word);
  try {
    await writeWhole(path, [JSON.stringify(file)]);
  } catch (error) {
    desk.log.warn({ err: error }, 'unsent work could not be written to a file');
    const isFull = error instanceof Error && 'code' in error && error.code === 'ENOSPC';
    return err(
      isFull ? { code: 'diskFull', data: {} } : { code: 'fileNotSaved', data: { name: basename(path) } },
    );
  }
  const commands = content.groups.reduce((sum, group) => sum + group.commands.length, 0);
  desk.log.info({ commands }, 'unsent work written to a file');
  return ok({ passphrase: word, commands });
}

/** The bytes leave this workstation, so they never change again. */
function unsentOf(desk: Desk): CarryContent | null {
  const { intent } = desk.stores;
  const enrolment = intent.enrolment.get();
  if (enrolment === null) return null;
  const own = intent.outbox.after(0, Number.MAX_SAFE_INTEGER).map(commandToSend);
  const last = own.at(-1);
  if (last !== undefined) intent.transact(() => intent.outbox.markSent(own[0]?.seq ?? 1, last.seq));
  const groups = byClient([...own, ...intent.parcel.undelivered()]);
  if (groups.length === 0) return null;
  const { region, workstation, name } = enrolment;
  return { region, workstation, name, at: desk.time.now(), groups };
}

function byClient(commands: readonly Command[]): CarryContent['groups'] {
  const groups = new Map<Command['client'], Command[]>();
  for (const command of commands) {
    const group = groups.get(command.client) ?? [];
    group.push(command);
    groups.set(command.client, group);
  }
  return [...groups].map(([client, group]) => ({ client, commands: group }));
}

function makePassphrase(): string {
  for (;;) {
    const made = passphraseOf(randomBytes(48));
    if (made !== null) return made;
  }
}
