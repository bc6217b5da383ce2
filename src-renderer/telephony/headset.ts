import { create } from 'zustand';
import { type HeadsetState, RESTING_HEADSET, readReport } from '../../src-shared/telephony/headset.ts';
import { headsetControls, isHeadset } from '../../src-shared/telephony/hid.ts';
import type { HidDevice, HidPort, HidReportEvent } from './hidPort.ts';

/** The headset that is read. */
interface HeadsetStore {
  readonly name: string | null;
  readonly isMuted: boolean;
  /** The hook is lifted: somebody talks through it. */
  readonly isOffHook: boolean;
}

const NONE: HeadsetStore = { name: null, isMuted: false, isOffHook: false };

/** What the window knows of a headset; nothing where there is none, and nothing asks for one. */
export const useHeadsetState = create<HeadsetStore>(() => NONE);

/** A headset that is read until it is left. */
export interface HeadsetReader {
  /** Looks for a chosen headset anew: one was plugged in or pulled out, or has just been chosen. */
  look(): Promise<void>;
  leave(): Promise<void>;
}

/**
 * Reads the hook and the mute button of a chosen headset. A device that cannot be opened, because another program holds it alone, is left
 * alone without a word: the headset is never needed.
 * @param onLifted the hook was lifted
 */
export function readHeadset(port: HidPort, onLifted: () => void): HeadsetReader {
  let leaveDevice: (() => Promise<void>) | null = null;
  let device: HidDevice | null = null;

  async function look(): Promise<void> {
    const known = await chosen(port);
    const found = known.find(({ collections }) => isHeadset(collections)) ?? null;
    if (found === device) return;
    await leave();
    if (found === null) return;
    try {
      if (!found.opened) await found.open();
    } catch (error) {
      console.warn('headset cannot be read', error instanceof Error ? error.name : 'unknown');
      return;
    }
    device = found;
    leaveDevice = listenTo(found, onLifted);
    useHeadsetState.setState({ name: found.productName, isMuted: false, isOffHook: false });
  }

  async function leave(): Promise<void> {
    await leaveDevice?.();
    leaveDevice = null;
    device = null;
    useHeadsetState.setState(NONE);
  }

  return { look, leave };
}

/** Devices chosen before; none where the system gives no access to them. */
async function chosen(port: HidPort): Promise<readonly HidDevice[]> {
  try {
    return await port.known();
  } catch (error) {
    console.warn('headsets are not shown', error instanceof Error ? error.name : 'unknown');
    return [];
  }
}

function listenTo(device: HidDevice, onLifted: () => void): () => Promise<void> {
  const controls = headsetControls(device.collections);
  let state: HeadsetState = RESTING_HEADSET;
  const onReport = (event: Event) => {
    const { reportId, data } = event as HidReportEvent;
    const before = state;
    state = readReport(
      before,
      controls,
      reportId,
      new Uint8Array(data.buffer, data.byteOffset, data.byteLength),
    );
    if (state.isMuted !== before.isMuted) useHeadsetState.setState({ isMuted: state.isMuted });
    if (state.isOffHook !== before.isOffHook) useHeadsetState.setState({ isOffHook: state.isOffHook });
    if (state.isOffHook && !before.isOffHook) onLifted();
  };
  device.addEventListener('inputreport', onReport);
  return async () => {
    device.removeEventListener('inputreport', onReport);
    if (device.opened) await device.close();
  };
}
