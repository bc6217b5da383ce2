import { readdirSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';

/** A folder as a kill leaves it that caught the two files at different moments: everything of one image, the records of another. */
export async function mixFiles(intent: string, records: string, target: string): Promise<string> {
  for (const name of readdirSync(intent)) {
    if (!name.startsWith('records.')) await cp(join(intent, name), join(target, name), { recursive: true });
  }
  for (const name of readdirSync(records)) {
    if (name.startsWith('records.')) await cp(join(records, name), join(target, name), { recursive: true });
  }
  return target;
}
