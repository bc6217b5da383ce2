import { useEffect } from 'react';
import { runWindowCommand } from '../frame/windowCommands.ts';
import { type HeadsetReader, readHeadset } from './headset.ts';
import { browserHid } from './hidPort.ts';

let reader: HeadsetReader | null = null;

/** While somebody is signed in: lifting the hook takes the ringing call's card, as its key does. */
export function useHeadset(): void {
  useEffect(() => {
    const port = browserHid();
    if (port === null) return;
    const reading = readHeadset(port, () => runWindowCommand('take'));
    reader = reading;
    void reading.look();
    const stop = port.onPlugged(() => void reading.look());
    return () => {
      stop();
      reader = null;
      void reading.leave();
    };
  }, []);
}

/** A person chooses a headset; must follow a press. */
export async function chooseHeadset(): Promise<void> {
  await browserHid()?.choose();
  await reader?.look();
}
