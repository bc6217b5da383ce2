import type { Page } from 'playwright';

interface Listening {
  rings: string[];
}

/**
 * Notes on which output each ring is played, from now on.
 * @param without the name of an output that is pulled out
 */
export async function listenToRings(
  page: Page,
  { without }: { readonly without?: string } = {},
): Promise<void> {
  await page.evaluate(async (gone) => {
    const names = new Map<string, string>();
    const { mediaDevices } = navigator;
    for (const { deviceId, label } of await mediaDevices.enumerateDevices()) names.set(deviceId, label);
    const rings: string[] = [];
    const Real = window.AudioContext;
    class Heard extends Real {
      constructor(options?: AudioContextOptions) {
        super(options);
        const id: unknown = options && Reflect.get(options, 'sinkId');
        rings.push(typeof id === 'string' ? (names.get(id) ?? id) : 'system');
      }
    }
    Object.assign(window, { AudioContext: Heard, rings });
    if (gone === undefined) return;
    const left = (await mediaDevices.enumerateDevices()).filter(({ label }) => label !== gone);
    Object.defineProperty(mediaDevices, 'enumerateDevices', { value: async () => left });
  }, without);
}

/** The outputs of the rings played since. */
export async function ringsOf(page: Page): Promise<readonly string[]> {
  return await page.evaluate(() => (window as unknown as Listening).rings);
}
