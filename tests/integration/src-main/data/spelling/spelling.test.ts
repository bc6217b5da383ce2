import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../../../../support/server.ts';
import { openTestWorkstation, removeFolders, type TestWorkstation } from '../../../../support/workstation.ts';

let server: TestServer;
let desk: TestWorkstation;

// One workstation for all: reading the dictionaries takes a while.
beforeAll(async () => {
  server = await startTestServer();
  desk = await openTestWorkstation();
  await desk.enrol(server);
  await desk.signIn();
});
afterAll(async () => {
  await desk.close();
  await server.close();
  await removeFolders();
});

const BOTH = ['uk', 'ru'] as const;

async function wrong(words: string[], languages: ('uk' | 'ru' | 'en')[] = [...BOTH]): Promise<string[]> {
  return (await desk.get('spelling.check', { words, languages })).wrong;
}

describe('spelling', () => {
  test('knows Ukrainian and Russian words in all their forms and says which are neither', async () => {
    const right = ['немає', 'опалення', 'під’їзду', "під'їздом", 'вулицею', 'отопления', 'подъезде', 'ещё'];
    expect(await wrong([...right, 'звернененя', 'опаленя', 'подьезд', 'вулеця'])).toEqual([
      'звернененя',
      'опаленя',
      'подьезд',
      'вулеця',
    ]);
  });

  test('a language that is not chosen does not excuse a word', async () => {
    expect(await wrong(['подъезд', 'вода'], ['uk'])).toEqual(['подъезд']);
    expect(await wrong(['water', 'wather'], ['uk', 'en'])).toEqual(['wather']);
    expect(await wrong(['wather'], ['uk'])).toEqual([]);
  });

  test('the word that was meant stands among the suggestions', async () => {
    const suggest = async (word: string) =>
      (await desk.get('spelling.suggest', { word, languages: [...BOTH] })).suggestions;
    expect((await suggest('опаленя'))[0]).toBe('опалення');
    expect(await suggest('подьезд')).toContain('подъезд');
    // Latin letters of the same look.
    expect((await suggest('вoдa'))[0]).toBe('вода');
    expect(await wrong(['вoдa'])).toEqual(['вoдa']);
  });

  test('a word added here is right from then on, in any case of letters, also after a restart, until it is taken out', async () => {
    expect(await wrong(['Жмеринкогаз'])).toEqual(['Жмеринкогаз']);
    await desk.get('spelling.add', { word: 'Жмеринкогаз' });
    expect(await wrong(['жмеринкогаз'])).toEqual([]);
    desk = await desk.reopen();
    expect((await desk.get('spelling.words', {})).words).toEqual(['жмеринкогаз']);
    await desk.get('spelling.remove', { word: 'жмеринкогаз' });
    expect(await wrong(['Жмеринкогаз'])).toEqual(['Жмеринкогаз']);
  });
});
