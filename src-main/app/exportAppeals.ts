import { basename, extname } from 'node:path';
import { dialog } from 'electron';
import { legalDay } from '../../src-shared/clock.ts';
import type { OutputOf, ParsedInputOf } from '../../src-shared/ipc/contract.ts';
import type { Answer } from '../../src-shared/ipc/envelope.ts';
import enTable from '../../src-shared/locale/en/table.json' with { type: 'json' };
import ruTable from '../../src-shared/locale/ru/table.json' with { type: 'json' };
import ukTable from '../../src-shared/locale/uk/table.json' with { type: 'json' };
import type { FileDesk } from './files.ts';

const texts = { uk: ukTable, ru: ruTable, en: enTable };
const EXTENSION = 'csv';

/** Saves a list of appeals as a table where a person says. The path stays between main and the data process. */
export function exportHandlers(desk: FileDesk) {
  return {
    async 'appeal.export'({
      wanted,
    }: ParsedInputOf<'appeal.export'>): Promise<Answer<OutputOf<'appeal.export'>>> {
      const path = await chooseTarget(desk);
      if (path === null) return { ok: true, value: { saved: false } };
      const written = (await desk.data('appeal.write', { wanted, path })) as Answer<OutputOf<'appeal.write'>>;
      if (!written.ok) return written;
      return { ok: true, value: { saved: true, name: basename(path), ...written.value } };
    },
  };
}

async function chooseTarget(desk: FileDesk): Promise<string | null> {
  const window = desk.window();
  if (window === null) return null;
  const { dialog: title, fileName, fileKind } = texts[desk.language()];
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title,
    defaultPath: `${fileName.replace('{{day}}', legalDay(Date.now()))}.${EXTENSION}`,
    filters: [{ name: fileKind, extensions: [EXTENSION] }],
  });
  if (canceled || !filePath) return null;
  return extname(filePath) === '' ? `${filePath}.${EXTENSION}` : filePath;
}
