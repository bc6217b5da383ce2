import type { Language } from '../../../src-shared/settings/model.ts';
import type { RunningWorkstation } from './workstation.ts';

/** How the window is dressed: what a picture or a check of a screen is made in. */
export interface Look {
  readonly language: Language;
  readonly theme: 'light' | 'dark';
  readonly contrast?: 'normal' | 'high';
  /** Size of text, in percent. */
  readonly scale?: number;
}

/** Three languages, light and dark. */
export const everyLook: readonly Look[] = (['uk', 'ru', 'en'] as const).flatMap((language) =>
  (['light', 'dark'] as const).map((theme) => ({ language, theme })),
);

/** Dresses the window and waits until it stands so. */
export async function wear({ page }: Pick<RunningWorkstation, 'page'>, look: Look): Promise<void> {
  const { language, theme, contrast = 'normal', scale = 100 } = look;
  await page.evaluate(
    async (wanted) => {
      const door: unknown = Reflect.get(window, 'holos');
      if (typeof door !== 'object' || door === null) throw new Error('no door');
      await Reflect.get(door, 'invoke')('settings.set', wanted);
    },
    { language, theme, contrast, scale },
  );
  await page.waitForFunction(
    (wanted) => {
      const { lang, dataset, style } = document.documentElement;
      return (
        lang === wanted.language &&
        dataset.mantineColorScheme === wanted.theme &&
        dataset.contrast === wanted.contrast &&
        style.fontSize === `${(16 * wanted.scale) / 100}px`
      );
    },
    { language, theme, contrast, scale },
  );
}

/** Sets the size of what the window shows, in pixels. */
export async function resize(
  { app, page }: RunningWorkstation,
  size: { readonly width: number; readonly height: number },
): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, wanted) =>
      BrowserWindow.getAllWindows()[0]?.setContentSize(wanted.width, wanted.height),
    size,
  );
  await page.waitForFunction((width) => window.innerWidth === width, size.width);
}
