import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';

/** What a person reads while the application walks by itself, and the pictures it leaves. */
export interface Report {
  readonly folder: string;
  /** One step that was seen to work. */
  done(line: string): void;
  /** Takes a numbered picture. */
  picture(page: Page, name: string): Promise<void>;
}

/** Prints to the terminal and keeps pictures in a folder. */
export function openReport(folder: string): Report {
  mkdirSync(folder, { recursive: true });
  let count = 0;
  return {
    folder,
    done(line) {
      process.stdout.write(`  + ${line}\n`);
    },
    async picture(page, name) {
      count += 1;
      await page.screenshot({ path: join(folder, `${String(count).padStart(2, '0')}-${name}.png`) });
    },
  };
}
