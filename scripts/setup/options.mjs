// Reading the few options of `npm start`.
import { Stop } from './say.mjs';

const defaultPort = 8787;

/**
 * @param {string[]} args what follows the script's name
 * @returns {{demo: boolean, fresh: boolean}}
 */
export function readOptions(args) {
  const options = { demo: false, fresh: false };
  for (const argument of args) {
    if (argument === '--demo') options.demo = true;
    else if (argument === '--fresh') options.fresh = true;
    else throw new Stop(`Unknown option ${argument}: npm start -- [--demo] [--fresh].`);
  }
  return options;
}

/** The port for the central server out of HOLOS_PORT. */
export function readPort(env = process.env) {
  const text = env.HOLOS_PORT ?? String(defaultPort);
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Stop(`HOLOS_PORT is "${text}"; it must be a port number from 1 to 65535.`);
  }
  return port;
}
