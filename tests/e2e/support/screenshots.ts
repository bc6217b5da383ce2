import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { wear } from './look.ts';
import { projectFolder } from './places.ts';
import type { RunningWorkstation } from './workstation.ts';

/** Where pictures of a test run are kept as artefacts. */
const folder = join(projectFolder, 'test-results', 'screenshots');

/** Takes a picture of the window under a name. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
}

/** The same screen as it is worked at most, and in another language in the dark; the window wears the first again afterwards. */
export async function keepTwoPictures(workstation: RunningWorkstation, name: string): Promise<void> {
  await keepPicture(workstation.page, `${name}-uk-light`);
  await wear(workstation, { language: 'en', theme: 'dark' });
  await keepPicture(workstation.page, `${name}-en-dark`);
  await wear(workstation, { language: 'uk', theme: 'light' });
}
