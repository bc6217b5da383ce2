import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { projectFolder } from './places.ts';

/** Where pictures of a test run are kept as artefacts. */
const folder = join(projectFolder, 'test-results', 'screenshots');

/** Takes a picture of the window under a name. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
}
