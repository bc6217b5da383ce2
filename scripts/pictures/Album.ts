import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright';
import { violationsOf } from '../../tests/e2e/support/axe.ts';
import { everyLook, type Look, resize, wear } from '../../tests/e2e/support/look.ts';
import type { RunningWorkstation } from '../../tests/e2e/support/workstation.ts';

export type PictureLook = Look & { readonly width: number; readonly height: number };

/** Looks a picture is taken in, and the name of its file in each. */
export interface AlbumStyle {
  readonly folder: string;
  readonly looks: readonly PictureLook[];
  /** Null: this screen is not taken in this look. */
  readonly file: (name: string, look: PictureLook) => string | null;
  /** Share of the first quality, 0 to 1, for pictures that are kept with the documentation; null: whole, for looking at. */
  readonly quality: number | null;
  /** Each screen is looked through by axe in each look, instead of being taken. */
  readonly isChecked?: boolean;
}

const SIZES = [
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
];

const inThe = ({ language, theme, width }: PictureLook) => `${language}-${theme}-${width}`;

/** Every screen in every look and size, to be looked at before a change of the interface is called finished. */
export function albumOfAll(folder: string): AlbumStyle {
  const looks = everyLook.flatMap((look) => SIZES.map((size) => ({ ...look, ...size })));
  return { folder, looks, file: (name, look) => `${name}-${inThe(look)}.png`, quality: null };
}

/** Every screen in three languages, light and dark, beside the pages of the guide. */
export function albumOfGuide(folder: string): AlbumStyle {
  const looks = everyLook.map((look) => ({ ...look, width: 1280, height: 720 }));
  const file = (name: string, { language, theme }: PictureLook) =>
    join(language, `${name}${theme === 'dark' ? '-dark' : ''}.webp`);
  return { folder, looks, file, quality: 0.5 };
}

/** The screens shown on the project's first page: most in the plain look, one in the dark and in English. */
const FIRST_PAGE: Readonly<Record<string, string>> = {
  'appeal-uk': 'call-uk.png',
  'appeal-en': 'call-dark-en.png',
  'appeals-uk': 'appeals-uk.png',
  'registered-uk': 'registered-offline-uk.png',
  'caller-uk': 'caller-uk.png',
  'danger-uk': 'danger-uk.png',
};

/** The few pictures of the project's first page. */
export function albumOfFirstPage(folder: string): AlbumStyle {
  const size = { width: 1440, height: 900 };
  const looks: readonly PictureLook[] = [
    { language: 'uk', theme: 'light', ...size },
    { language: 'en', theme: 'dark', ...size },
  ];
  const file = (name: string, { language }: PictureLook) => FIRST_PAGE[`${name}-${language}`] ?? null;
  return { folder, looks, file, quality: null };
}

/** No pictures: every screen in three languages, light and dark, is looked through for faults of accessibility. */
export function albumOfChecks(folder: string): AlbumStyle {
  const looks = everyLook.map((look) => ({ ...look, width: 1280, height: 720 }));
  return { folder, looks, file: () => null, quality: null, isChecked: true };
}

const PLAIN: PictureLook = { language: 'uk', theme: 'light', width: 1280, height: 720 };

/** Takes pictures of one workstation and keeps what went wrong, so that one screen does not cost the others. */
export class Album {
  readonly workstation: RunningWorkstation;
  readonly style: AlbumStyle;
  readonly faults: string[] = [];

  constructor(workstation: RunningWorkstation, style: AlbumStyle) {
    this.workstation = workstation;
    this.style = style;
  }

  get page(): Page {
    return this.workstation.page;
  }

  /** The window in its plain look, in which scenes are played. */
  async undress(): Promise<void> {
    await this.#dress(PLAIN);
  }

  async #dress(look: PictureLook): Promise<void> {
    await resize(this.workstation, look);
    await wear(this.workstation, look);
  }

  /** Pictures of the screen as it stands; the window is left in its plain look. */
  async take(name: string): Promise<void> {
    for (const look of this.style.looks) {
      if (this.style.isChecked) await this.#check(name, look);
      const named = this.style.file(name, look);
      if (named === null) continue;
      await this.#dress(look);
      await this.page.evaluate(() => document.fonts.ready.then(() => undefined));
      const file = join(this.style.folder, named);
      mkdirSync(dirname(file), { recursive: true });
      const picture = await this.page.screenshot({ animations: 'disabled', caret: 'initial' });
      writeFileSync(file, this.style.quality === null ? picture : await this.#small(picture));
    }
    await this.undress();
    process.stdout.write(`  ${name}\n`);
  }

  async #check(name: string, look: PictureLook): Promise<void> {
    await this.#dress(look);
    for (const fault of await violationsOf(this.page, () => true))
      this.faults.push(`${name} ${inThe(look)}: ${fault}`);
  }

  /** Plays a scene and takes its picture; whatever is left open by a scene that failed is closed. */
  async scene(name: string, play: () => Promise<void>): Promise<void> {
    try {
      await play();
      await this.take(name);
    } catch (error) {
      this.faults.push(`${name}: ${error instanceof Error ? error.message : String(error)}`);
      process.stdout.write(`  ${name} FAILED\n`);
      await this.page.screenshot({ path: join(this.style.folder, `${name}-failed.png`) });
      await this.undress();
    }
  }

  /** Closes dialogs and menus. */
  async close(): Promise<void> {
    const open = this.page.locator('[role="dialog"], [role="menu"]');
    for (let times = 0; times < 3 && (await open.count()) > 0; times += 1) {
      await this.page.keyboard.press('Escape');
      await this.page.waitForTimeout(200);
    }
  }

  /** The browser itself makes the picture small: no library is needed for it. */
  async #small(picture: Buffer): Promise<Buffer> {
    const written = await this.page.evaluate(
      async ({ png, quality }) => {
        const bytes = Uint8Array.from(atob(png), (letter) => letter.codePointAt(0) ?? 0);
        const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
        const canvas = new OffscreenCanvas(image.width, image.height);
        canvas.getContext('2d')?.drawImage(image, 0, 0);
        const blob = await canvas.convertToBlob({ type: 'image/webp', quality });
        const small = new Uint8Array(await blob.arrayBuffer());
        let text = '';
        for (const byte of small) text += String.fromCharCode(byte);
        return btoa(text);
      },
      { png: picture.toString('base64'), quality: this.style.quality ?? 1 },
    );
    return Buffer.from(written, 'base64');
  }
}
