// npm start [-- --demo] [-- --fresh]: the whole product on one machine, central server and workstation.
// Runs on Node 20 with built-ins only until the packages are there; `enter` goes on with the pinned Node.
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { centreEnvironment, newPairingCode, requireFreePort, startCentre } from './setup/centre.mjs';
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
  const isWalk = hasNoDisplay();
  const userData = inProject('.holos', isWalk ? 'walk' : 'workstation');
  // The walk starts from a new workstation each time, so that every run does the same.
  if (isWalk) rmSync(userData, { recursive: true, force: true });
  const env = centreEnvironment(prepared.env, { data: inProject('.holos', 'server'), port });
  const centre = await startCentre(family, env);
  say(`Central server: ${centre.url} (data in .holos/server)`);
  if (isWalk) {
    say('No display here: the application runs under a virtual one and walks the main job by itself.');
    env.DISPLAY = await startDisplay(family);
  }
  env.HOLOS_ELECTRON_FLAGS = prepared.electronFlags.join(' ');
  const target = ['--server', centre.url, '--user-data', userData];
  const workstation = isWalk
    ? startWalk(family, env, [...target, ...(options.demo ? ['--demo'] : [])])
    : await startWorkstation(family, env, { prepared, target, userData, isDemo: options.demo });
  say(
    `${isWalk ? 'The walk begins' : 'The workstation opens'} (${seconds(performance.now())} after the start).`,
  );
  return await firstEnd(centre, workstation);
}

/** The walk loads the demo day and asks for its pairing codes itself: it stands between workstation and server. */
function startWalk(family, env, args) {
  return family.start('the walk', pinnedNode, ['scripts/walk.ts', ...args], shown(env));
}

async function startWorkstation(family, env, { prepared, target, userData, isDemo }) {
  if (isDemo) await step(family, env, 'the demo day', ['scripts/demo/day.ts', ...target]);
  else await offerPairing(env);
  return family.start(
    'the workstation',
    prepared.executable,
    workstationArguments(prepared, userData),
    shown(env),
  );
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

function workstationArguments(prepared, userData) {
  return [...prepared.electronFlags, `--user-data-dir=${userData}`, projectFolder];
}

function shown(env) {
  return { cwd: projectFolder, env, stdio: ['ignore', 'inherit', 'inherit'] };
}

async function firstEnd(centre, workstation) {
  const lost = centre.ended.then(({ reason }) => {
    throw new Stop(
      `The central server ended by itself (${reason}), so the workstation was closed.\n${centre.lastWords()}`,
    );
  });
  const { code, reason } = await Promise.race([workstation.ended, lost]);
  // The server is ended on purpose next; its end is no failure any more.
  lost.catch(() => undefined);
  if (code !== 0) say(`It ended with ${reason}.`);
  return code;
}
