import { basename } from 'node:path';
import { type BrowserWindow, dialog } from 'electron';
import type { ChannelName, InputOf, OutputOf, ParsedInputOf } from '../../src-shared/ipc/contract.ts';
import type { Answer } from '../../src-shared/ipc/envelope.ts';
import enFile from '../../src-shared/locale/en/file.json' with { type: 'json' };
import ruFile from '../../src-shared/locale/ru/file.json' with { type: 'json' };
import ukFile from '../../src-shared/locale/uk/file.json' with { type: 'json' };
import type { Language } from '../../src-shared/settings/model.ts';

const texts = { uk: ukFile, ru: ruFile, en: enFile };

/** What the dialogs need: the window they belong to, its language, and the data process. */
export interface FileDesk {
  readonly window: () => BrowserWindow | null;
  readonly language: () => Language;
  readonly data: (name: ChannelName, input: unknown) => Promise<Answer<unknown>>;
}

/** Channels that let a person choose files. The paths stay between main and the data process. */
export function fileHandlers(desk: FileDesk) {
  async function ask<N extends ChannelName>(name: N, input: InputOf<N>): Promise<Answer<OutputOf<N>>> {
    return (await desk.data(name, input)) as Answer<OutputOf<N>>;
  }
  return {
    async 'attachment.choose'(
      input: ParsedInputOf<'attachment.choose'>,
    ): Promise<Answer<OutputOf<'attachment.choose'>>> {
      const paths = await choose(desk);
      const notTaken: OutputOf<'attachment.choose'>['notTaken'] = [];
      for (const path of paths) {
        const added = await ask('attachment.add', { appeal: input.appeal, path });
        if (!added.ok) notTaken.push({ name: basename(path), code: added.error.code });
      }
      return { ok: true, value: { added: paths.length - notTaken.length, notTaken } };
    },
    async 'attachment.save'(
      input: ParsedInputOf<'attachment.save'>,
    ): Promise<Answer<OutputOf<'attachment.save'>>> {
      const facts = await ask('attachment.facts', { attachment: input.attachment });
      if (!facts.ok) return facts;
      const path = await chooseTarget(desk, facts.value.name);
      if (path === null) return { ok: true, value: { saved: false } };
      const written = await ask('attachment.write', { attachment: input.attachment, path });
      return written.ok ? { ok: true, value: { saved: true } } : written;
    },
  };
}

async function choose(desk: FileDesk): Promise<string[]> {
  const window = desk.window();
  if (window === null) return [];
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: texts[desk.language()].chooseTitle,
    properties: ['openFile', 'multiSelections'],
  });
  return canceled ? [] : filePaths;
}

async function chooseTarget(desk: FileDesk, name: string): Promise<string | null> {
  const window = desk.window();
  if (window === null) return null;
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: texts[desk.language()].saveTitle,
    // A name from elsewhere must not lead out of the folder a person is looking at.
    defaultPath: name.replace(/[\\/:*?"<>|]/g, '_').replaceAll('\0', '_'),
  });
  return canceled || !filePath ? null : filePath;
}
