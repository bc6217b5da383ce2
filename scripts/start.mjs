// npm start [-- --demo] [-- --fresh]: the whole product on one machine, central server and workstation.
// Runs on Node 20 with built-ins only until the packages are there; `enter` goes on with the pinned Node.
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  centreAddress,
  centreEnvironment,
  newPairingCode,
  requireFreePort,
  startCentre,
} from './setup/centre.mjs';
import { startDisplay } from './setup/display.mjs';
import { enter } from './setup/entry.mjs';
import { readOptions, readPort } from './setup/options.mjs';
import { hasNoDisplay, inProject, pinnedNode, projectFolder } from './setup/places.mjs';
import { prepare } from './setup/prepare.mjs';
import { withFamily } from './setup/run.mjs';
import { Stop, say, seconds } from './setup/say.mjs';

const demoAccounts =
  'Demo accounts, password holos-demo-2026: koval and bondar (operators), shevchuk (shift lead), lysenko (analyst), admin.';

await enter(fileURLToPath(import.meta.url), main);

async function main() {
  const options = readOptions(process.argv.slice(2));
  const port = readPort();
  await requireFreePort(port);
  const prepared = await prepare();
  if (options.fresh) rmSync(inProject('.holos'), { recursive: true, force: true });
  // Ctrl-C is the ordinary way to end a running Holos.
  return await withFamily((family) => open(family, prepared, options, port), { interruptCode: 0 });
}

async function open(family, prepared, options, port) {
  const env = centreEnvironment(prepared.env, { data: inProject('.holos', 'server'), port });
  env.HOLOS_ELECTRON_FLAGS = prepared.electronFlags.join(' ');
  const opened = hasNoDisplay()
    ? await openWalk(family, env, options)
    : await openWindow(family, env, prepared, options);
  return await firstEnd(opened.centre, opened.started);
}

/** Without a display: the walk loads the demo day and asks for its pairing codes itself, since it stands in for the network, too. */
async function openWalk(family, env, options) {
  const userData = inProject('.holos', 'walk');
  // It begins with a new workstation each time, so that every run does the same.
  rmSync(userData, { recursive: true, force: true });
  const centre = await startCentre(family, env);
  sayCentre(centre);
  say('No display here: the application runs under a virtual one and walks the main job by itself.');
  env.DISPLAY = await startDisplay(family);
  const args = ['scripts/walk.ts', ...target(env, userData), ...(options.demo ? ['--demo'] : [])];
  const started = family.start('the walk', pinnedNode, args, shown(env));
  say(`The walk begins (${seconds(performance.now())} after the start).`);
  return { centre, started };
}

/** The workstation opens while the server still starts: it works without one. */
async function openWindow(family, env, prepared, options) {
  const userData = inProject('.holos', 'workstation');
  const starting = startCentre(family, env);
  if (options.demo) {
    const demoDay = ['scripts/demo/day.ts', ...target(env, userData)];
    await Promise.all([starting, step(family, env, 'the demo day', demoDay)]);
  }
  const args = [...prepared.electronFlags, `--user-data-dir=${userData}`, projectFolder];
  const started = family.start('the workstation', prepared.executable, args, shown(env));
  say(`The workstation opens (${seconds(performance.now())} after the start).`);
  const centre = await starting;
  sayCentre(centre);
  if (!options.demo) await offerPairing(env);
  return { centre, started };
}

function target(env, userData) {
  return ['--server', centreAddress(env), '--user-data', userData];
}

function sayCentre({ url }) {
  say(`Central server: ${url} (data in .holos/server)`);
}

async function offerPairing(env) {
  const { code, expires } = await newPairingCode(env);
  say(`Pairing code for a new workstation: ${code} (until ${expires})`);
  say(demoAccounts);
}

async function step(family, env, title, args) {
  say(`Preparing ${title}...`);
  const { code, reason } = await family.start(title, pinnedNode, args, shown(env)).ended;
  if (code !== 0) throw new Stop(`Preparing ${title} failed (${reason}); the lines above say why.`);
}

function shown(env) {
  return { cwd: projectFolder, env, stdio: ['ignore', 'inherit', 'inherit'] };
}

async function firstEnd(centre, started) {
  const lost = centre.ended.then(({ reason }) => {
    throw new Stop(
      `The central server ended by itself (${reason}), so the workstation was closed.\n${centre.lastWords()}`,
    );
  });
  const { code, reason } = await Promise.race([started.ended, lost]);
  // The server is ended on purpose next; its end is no failure any more.
  lost.catch(() => undefined);
  if (code !== 0) say(`It ended with ${reason}.`);
  return code;
}
