import { basename, extname } from 'node:path';
import { dialog } from 'electron';
import { CARRY_EXTENSION } from '../../src-shared/carry/file.ts';
import type { InputOf, OutputOf, ParsedInputOf } from '../../src-shared/ipc/contract.ts';
import type { Answer } from '../../src-shared/ipc/envelope.ts';
import enCarry from '../../src-shared/locale/en/carry.json' with { type: 'json' };
import ruCarry from '../../src-shared/locale/ru/carry.json' with { type: 'json' };
import ukCarry from '../../src-shared/locale/uk/carry.json' with { type: 'json' };
import type { FileDesk } from './files.ts';

const texts = { uk: ukCarry, ru: ruCarry, en: enCarry };

/** Channels that carry unsent work to another workstation in a file. The paths stay between main and the data process. */
export function carryHandlers(desk: FileDesk) {
  async function ask<N extends 'carry.write' | 'carry.read'>(
    name: N,
    input: InputOf<N>,
  ): Promise<Answer<OutputOf<N>>> {
    return (await desk.data(name, input)) as Answer<OutputOf<N>>;
  }
  return {
    async 'carry.save'({ passphrase }: ParsedInputOf<'carry.save'>): Promise<Answer<OutputOf<'carry.save'>>> {
      const path = await chooseTarget(desk);
      if (path === null) return { ok: true, value: { saved: false } };
      const written = await ask('carry.write', { path, passphrase });
      if (!written.ok) return written;
      return { ok: true, value: { saved: true, name: basename(path), ...written.value } };
    },
    async 'carry.take'({ passphrase }: ParsedInputOf<'carry.take'>): Promise<Answer<OutputOf<'carry.take'>>> {
      const path = await chooseSource(desk);
      if (path === null) return { ok: true, value: { taken: false } };
      const read = await ask('carry.read', { path, passphrase });
      return read.ok ? { ok: true, value: { taken: true, ...read.value } } : read;
    },
  };
}

async function chooseTarget(desk: FileDesk): Promise<string | null> {
  const window = desk.window();
  if (window === null) return null;
  const text = texts[desk.language()];
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: text['save.dialog'],
    defaultPath: `holos-${new Date().toISOString().slice(0, 16).replace(/[T:]/g, '-')}.${CARRY_EXTENSION}`,
    filters: [{ name: text['file.kind'], extensions: [CARRY_EXTENSION] }],
  });
  if (canceled || !filePath) return null;
  return extname(filePath) === '' ? `${filePath}.${CARRY_EXTENSION}` : filePath;
}

async function chooseSource(desk: FileDesk): Promise<string | null> {
  const window = desk.window();
  if (window === null) return null;
  const text = texts[desk.language()];
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: text['take.dialog'],
    properties: ['openFile'],
    filters: [{ name: text['file.kind'], extensions: [CARRY_EXTENSION] }],
  });
  return canceled ? null : (filePaths[0] ?? null);
}
