// A display for machines without one: Xvfb, started directly and ended with us.
import { Stop } from './say.mjs';

const patienceMilliseconds = 15_000;

/**
 * Starts Xvfb on a free display number of its own choice.
 * @param {import('./run.mjs').Family} family the owner that ends it
 * @param {string} [screen] width x height x depth
 * @returns {Promise<string>} the value for DISPLAY
 */
export async function startDisplay(family, screen = '1600x1000x24') {
  const { child, ended } = family.start(
    'the virtual display',
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', screen, '-nolisten', 'tcp', '-noreset'],
    { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] },
  );
  let errors = '';
  child.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  const ready = new Promise((resolve) => {
    let text = '';
    child.stdio[3].on('data', (chunk) => {
      text += chunk;
      if (text.includes('\n')) resolve(text.trim());
    });
  });
  let timer;
  const late = new Promise((resolve) => {
    timer = setTimeout(resolve, patienceMilliseconds);
  });
  const number = await Promise.race([ready, ended.then(() => undefined), late]);
  clearTimeout(timer);
  if (number === undefined) {
    throw new Stop(`The virtual display (Xvfb) did not start: ${errors.trim() || 'no answer'}.`);
  }
  return `:${number}`;
}
