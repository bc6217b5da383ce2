// What Electron's own default app does, for the fallback runtime, whose archive carries another application instead:
// `electron [-r file] [folder] [arguments]` loads the application in the folder.
// A module with top-level await on purpose: Electron holds back its ready event until the entry module has ended, so
// the application can still call what is allowed only before it (app.enableSandbox, protocol schemes).

import { readFileSync } from 'node:fs';
import Module from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

process.defaultApp = true;
const { folder, preloads } = readArguments(process.argv.slice(1));
// Playwright's loader comes through `-r` and must run before the application does.
if (preloads.length > 0) Module._preloadModules(preloads);
if (folder === undefined) fail('No application folder was given.');
else await load(resolve(folder)).catch((error) => fail(error.stack ?? String(error)));

function readArguments(args) {
  const found = { folder: undefined, preloads: [] };
  for (let index = 0; index < args.length; index += 1) {
    const argument = args[index];
    if (argument === '-r' || argument === '--require') {
      index += 1;
      found.preloads.push(args[index]);
    } else if (!argument.startsWith('-')) {
      found.folder = argument;
      break;
    }
  }
  return found;
}

async function load(packageFolder) {
  const description = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'));
  if (description.version) app.setVersion(description.version);
  app.name = description.productName ?? description.name ?? app.name;
  app.setDesktopName(description.desktopName ?? `${app.name}.desktop`);
  app.setAppPath(packageFolder);
  await import(pathToFileURL(join(packageFolder, description.main ?? 'index.js')).href);
}

function fail(message) {
  process.stderr.write(`${message}\n`);
  app.exit(1);
}
