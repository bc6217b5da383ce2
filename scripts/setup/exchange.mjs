// The telephone exchange of the tests: programs of Debian, and a network of their own where the system gives one.
import { findProgram, isRoot } from './places.mjs';
import { run } from './run.mjs';
import { say } from './say.mjs';

// Program -> Debian packages that bring it and what it loads.
const programs = {
  sipp: ['sip-tester'],
  kamailio: ['kamailio', 'kamailio-utils-modules', 'kamailio-extra-modules'],
  baresip: ['baresip-core'],
};

/**
 * Installs what is missing where nobody minds: as root on a build machine. Elsewhere nothing is touched.
 * @returns {Promise<string[]>} packages still missing
 */
export async function ensureExchange() {
  const missing = lacking();
  if (missing.length === 0 || !process.env.CI || !isRoot() || !findProgram('apt-get')) return missing;
  say(`Installing a telephone exchange for the tests: ${missing.join(' ')}...`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-qq'], { env, capture: true });
  const args = ['install', '-y', '-qq', '--no-install-recommends', ...missing, 'iproute2'];
  const { code, output } = await run('apt-get', args, { env, capture: true });
  if (code !== 0) say(output.trim().split('\n').slice(-2).join(' '));
  return lacking();
}

function lacking() {
  if (process.platform !== 'linux') return Object.values(programs).flat();
  return Object.entries(programs)
    .filter(([program]) => !findProgram(program) && !findProgram(program, { PATH: '/usr/sbin:/usr/bin' }))
    .flatMap(([, packages]) => packages);
}

/**
 * A network with nothing in it but this machine, so that nobody outside is ever called; the exchange listens to the loopback interface alone
 * in any case.
 * @returns {Promise<string[]>} what the tests are started within; nothing where the system does not allow it
 */
export async function ownNetwork() {
  if (!isRoot() || !findProgram('unshare') || !findProgram('ip')) return [];
  const begin = ['unshare', '--net', 'sh', '-c', 'ip link set lo up && exec "$@"', 'sh'];
  const { code } = await run(begin[0], [...begin.slice(1), 'true'], { capture: true });
  return code === 0 ? begin : [];
}
