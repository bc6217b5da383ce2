// What an operator feels, measured inside the real window: from a key to what it shows.
import type { Page } from 'playwright';

/** Milliseconds from key presses to the frames that show them, as the window itself saw them. */
export interface Watched {
  /** Takes what was measured since the last time. */
  take(): Promise<number[]>;
}

/**
 * Measures from each press of a key to the frame after which what is asked for stands on the screen.
 * @param code the key, by its place; null for every key that types
 * @param isShown body of a function of the document that says whether the act is shown; `true` for any frame
 */
export async function watchKey(page: Page, code: string | null, isShown: string): Promise<Watched> {
  await page.evaluate(
    ([wanted, shown]) => {
      const took: number[] = [];
      Reflect.set(window, 'benchTook', took);
      const former: unknown = Reflect.get(window, 'benchStop');
      if (typeof former === 'function') former();
      const isThere = shown === 'true' ? () => true : () => document.querySelector(shown ?? '') !== null;
      const onKey = (event: KeyboardEvent) => {
        if (wanted === null ? event.key.length !== 1 : event.code !== wanted) return;
        const began = event.timeStamp;
        const look = () => {
          // After the frame's own work: a message is handled once layout and paint of the frame are done.
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => {
            if (isThere()) took.push(performance.now() - began);
            else requestAnimationFrame(look);
            port1.close();
          };
          port2.postMessage(null);
        };
        requestAnimationFrame(look);
      };
      window.addEventListener('keydown', onKey, { capture: true });
      Reflect.set(window, 'benchStop', () => window.removeEventListener('keydown', onKey, { capture: true }));
    },
    [code, isShown] as const,
  );
  return {
    take: () =>
      page.evaluate(() => {
        const took = Reflect.get(window, 'benchTook') as number[];
        return took.splice(0);
      }),
  };
}

/** Waits until the window has measured so many acts. */
export async function waitForMeasured(page: Page, count: number): Promise<void> {
  await page.waitForFunction(
    (wanted) => (Reflect.get(window, 'benchTook') as number[]).length >= wanted,
    count,
  );
}
