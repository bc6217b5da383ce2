import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Edit } from './mutant.ts';

const ROOT = join(import.meta.dirname, '../../..');

/** Rewrites the named source files while they are loaded; nothing on disk changes. To be called before they are imported. */
export function mutate(edits: readonly Edit[]): void {
  const byUrl = new Map<string, Edit[]>();
  for (const edit of edits) {
    const url = pathToFileURL(join(ROOT, edit.file)).href;
    byUrl.set(url, [...(byUrl.get(url) ?? []), edit]);
  }
  registerHooks({
    load(url, context, nextLoad) {
      const loaded = nextLoad(url, context);
      const own = byUrl.get(url);
      if (own === undefined || loaded.source === undefined || loaded.source === null) return loaded;
      const text =
        typeof loaded.source === 'string'
          ? loaded.source
          : Buffer.from(loaded.source as Uint8Array).toString();
      return { ...loaded, source: own.reduce((source, edit) => edited(source, edit), text) };
    },
  });
}

/** @throws Error when the text to change does not stand there exactly once */
export function edited(source: string, { file, find, replace }: Edit): string {
  const parts = source.split(find);
  if (parts.length !== 2)
    throw new Error(`mutant no longer applies: its text stands ${parts.length - 1} times in ${file}`);
  return parts.join(replace);
}
