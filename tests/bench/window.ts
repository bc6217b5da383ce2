// What an operator feels, measured inside the real window: from a key to what it shows.
import type { Page } from 'playwright';

/** Milliseconds from key presses to the frames that show them, as the window itself saw them. */
export interface Watched {
  /** Takes what was measured since the last time. */
  take(): Promise<number[]>;
}

/**
 * Measures from each press of a key to the frame after which what is asked for stands on the screen.
 * @param code the key, by its place
 * @param shown selector of what then stands on the screen
 */
export async function watchKey(page: Page, code: string, shown: string): Promise<Watched> {
  await page.evaluate(
    ([wanted, selector]) => {
      const took: number[] = [];
      Reflect.set(window, 'benchTook', took);
      const former: unknown = Reflect.get(window, 'benchStop');
      if (typeof former === 'function') former();
      const onKey = (event: KeyboardEvent) => {
        if (event.code !== wanted) return;
        const began = event.timeStamp;
        const look = () => {
          // After the frame's own work: a message is handled once layout and paint of the frame are done.
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => {
            if (document.querySelector(selector) !== null) took.push(performance.now() - began);
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
    [code, shown] as const,
  );
  return {
    take: () =>
      page.evaluate(() => {
        const took = Reflect.get(window, 'benchTook') as number[];
        return took.splice(0);
      }),
  };
}

/**
 * Measures for each letter the work of its frame: from its key to the end of what the key set off, and from the beginning of the next frame to
 * its end on the screen. The wait for the screen's next turn in between is not work and not counted.
 */
export async function watchLetters(page: Page): Promise<Watched> {
  await page.evaluate(() => {
    const took: number[] = [];
    Reflect.set(window, 'benchTook', took);
    const former: unknown = Reflect.get(window, 'benchStop');
    if (typeof former === 'function') former();
    const afterThis = (act: () => void) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        act();
        port1.close();
      };
      port2.postMessage(null);
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key.length !== 1) return;
      let handled = 0;
      afterThis(() => {
        handled = performance.now() - event.timeStamp;
      });
      requestAnimationFrame(() => {
        const began = performance.now();
        afterThis(() => took.push(handled + performance.now() - began));
      });
    };
    window.addEventListener('keydown', onKey, { capture: true });
    Reflect.set(window, 'benchStop', () => window.removeEventListener('keydown', onKey, { capture: true }));
  });
  return { take: () => page.evaluate(() => (Reflect.get(window, 'benchTook') as number[]).splice(0)) };
}

/** Waits until the window has measured so many acts. */
export async function waitForMeasured(page: Page, count: number): Promise<void> {
  await page.waitForFunction(
    (wanted) => (Reflect.get(window, 'benchTook') as number[]).length >= wanted,
    count,
  );
}
