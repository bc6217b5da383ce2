import { utilityProcess } from 'electron';
import type { DataChild } from './dataProcess.ts';

/**
 * Starts the data process in an Electron utility process. Its output are lines of the log.
 * @param script absolute path of the built entry
 */
export function forkDataProcess(script: string, writeLines: (text: string) => void): DataChild {
  const child = utilityProcess.fork(script, [], {
    serviceName: 'Holos data',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout?.on('data', (chunk: Buffer) => writeLines(chunk.toString('utf8')));
  child.stderr?.on('data', (chunk: Buffer) => writeLines(chunk.toString('utf8')));
  return {
    post: (message) => child.postMessage(message),
    onMessage: (listener) => {
      child.on('message', listener);
    },
    onExit: (listener) => {
      child.on('exit', listener);
    },
    kill: () => {
      child.kill();
    },
  };
}
