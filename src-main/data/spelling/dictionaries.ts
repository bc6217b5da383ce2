import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Language } from '../../../src-shared/settings/model.ts';

/** One language's words and their endings. */
export interface Dictionary {
  /** @param word in its dictionary form */
  isRight(word: string): boolean;
  /** Words near to one that is wrong, the likeliest first. Takes up to half a second. */
  suggest(word: string): string[];
}

/** The part of Hunspell's module (hunspell-wasm, built with Emscripten) that is used. Addresses are numbers. */
interface HunspellModule {
  readonly FS: {
    writeFile(name: string, content: Uint8Array, options: { readonly canOwn: true }): void;
    unlink(name: string): void;
  };
  readonly HEAPU8: Uint8Array;
  readonly HEAPU32: Uint32Array;
  _malloc(bytes: number): number;
  _free(address: number): void;
  _Hunspell_create(affixes: number, words: number): number;
  _Hunspell_spell(dictionary: number, word: number): number;
  _Hunspell_suggest(dictionary: number, list: number, word: number): number;
  _Hunspell_free_list(dictionary: number, list: number, count: number): void;
}

/** Bytes of one address inside the module. */
const ADDRESS_BYTES = 4;

/**
 * Loads dictionaries out of the packages the application ships; nothing is ever fetched. The package's own wrapper is passed by:
 * it takes the files as text, which costs several times their size in memory while they are read.
 */
export async function openDictionaries(): Promise<{ load(language: Language): Promise<Dictionary> }> {
  const { default: initialise } = await import('hunspell-wasm/wasm/hunspell.js');
  const hunspell = (await initialise()) as HunspellModule;
  return {
    async load(language) {
      const folder = dirname(createRequire(import.meta.url).resolve(`dictionary-${language}`));
      const affixes = `${language}.aff`;
      const words = `${language}.dic`;
      // Given away, not copied: a dictionary has megabytes.
      const given = { canOwn: true } as const;
      hunspell.FS.writeFile(affixes, await readFile(join(folder, 'index.aff')), given);
      hunspell.FS.writeFile(words, await readFile(join(folder, 'index.dic')), given);
      const handle = withTexts(hunspell, [affixes, words], ([aff = 0, dic = 0]) =>
        hunspell._Hunspell_create(aff, dic),
      );
      hunspell.FS.unlink(affixes);
      hunspell.FS.unlink(words);
      if (handle === 0) throw new Error(`dictionary of ${language} could not be opened`);
      return dictionaryOf(hunspell, handle);
    },
  };
}

function dictionaryOf(hunspell: HunspellModule, handle: number): Dictionary {
  return {
    isRight: (word) =>
      withTexts(hunspell, [word], ([text = 0]) => hunspell._Hunspell_spell(handle, text)) !== 0,
    suggest(word) {
      const list = hunspell._malloc(ADDRESS_BYTES);
      const count = withTexts(hunspell, [word], ([text = 0]) =>
        hunspell._Hunspell_suggest(handle, list, text),
      );
      const first = hunspell.HEAPU32[list / ADDRESS_BYTES] ?? 0;
      const found: string[] = [];
      for (let index = 0; index < count; index += 1) {
        found.push(textAt(hunspell, hunspell.HEAPU32[first / ADDRESS_BYTES + index] ?? 0));
      }
      if (count > 0) hunspell._Hunspell_free_list(handle, list, count);
      hunspell._free(list);
      return found;
    },
  };
}

/** Lends texts to the module for one call: each ends with a zero byte, as C has them. */
function withTexts(
  hunspell: HunspellModule,
  texts: readonly string[],
  work: (addresses: readonly number[]) => number,
): number {
  const addresses = texts.map((text) => {
    const bytes = Buffer.from(`${text}\0`, 'utf8');
    const address = hunspell._malloc(bytes.length);
    hunspell.HEAPU8.set(bytes, address);
    return address;
  });
  try {
    return work(addresses);
  } finally {
    for (const address of addresses) hunspell._free(address);
  }
}

function textAt({ HEAPU8 }: HunspellModule, address: number): string {
  return Buffer.from(HEAPU8.subarray(address, HEAPU8.indexOf(0, address))).toString('utf8');
}
