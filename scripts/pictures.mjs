// npm run pictures [-- --guide | --all | --axe]: pictures of the first page, taken of the real application with the demo day. With --guide, every screen
// in three languages, light and dark, beside the operator guide. With --all, the same in both sizes and unpacked into .holos/pictures, to be
// looked at before a change of the interface is called finished. With --axe, no pictures: every screen in every look is checked by axe.
import { fileURLToPath } from 'node:url';
import { startDisplay } from './setup/display.mjs';
import { enter } from './setup/entry.mjs';
import { pinnedNode, projectFolder } from './setup/places.mjs';
import { prepare } from './setup/prepare.mjs';
import { withFamily } from './setup/run.mjs';

await enter(fileURLToPath(import.meta.url), main);

async function main() {
  const prepared = await prepare({ virtualDisplay: true });
  return await withFamily(async (family) => {
    const DISPLAY = await startDisplay(family, '2000x1200x24');
    const env = { ...prepared.env, DISPLAY, HOLOS_ELECTRON_FLAGS: prepared.electronFlags.join(' ') };
    const args = ['scripts/pictures/take.ts', ...process.argv.slice(2)];
    const taking = family.start('the pictures', pinnedNode, args, {
      cwd: projectFolder,
      env,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    return (await taking.ended).code;
  });
}
