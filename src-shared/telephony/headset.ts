import type { HeadsetControls, HidField } from './hid.ts';

/** How a headset stands, as far as it tells. */
export interface HeadsetState {
  readonly isOffHook: boolean;
  readonly isMuted: boolean;
  /** Bits of the last reports, for telling a press from a button held. */
  readonly wasHook: boolean;
  readonly wasMute: boolean;
}

export const RESTING_HEADSET: HeadsetState = {
  isOffHook: false,
  isMuted: false,
  wasHook: false,
  wasMute: false,
};

/**
 * What a report makes of a headset. Only read: nothing is ever sent to the device, whose lights belong to the telephone program.
 * The hook is a switch on some devices and a button on others; mute is a button on all.
 */
export function readReport(
  state: HeadsetState,
  { hook, mute }: HeadsetControls,
  reportId: number,
  bytes: Uint8Array,
): HeadsetState {
  const hookBit = bitOf(hook, reportId, bytes);
  const muteBit = bitOf(mute, reportId, bytes);
  const isPressed = hookBit === true && !state.wasHook;
  const toggled = isPressed ? !state.isOffHook : state.isOffHook;
  const isOffHook = hook?.isAbsolute ? (hookBit ?? state.isOffHook) : toggled;
  return {
    isOffHook,
    isMuted: muteBit === true && !state.wasMute ? !state.isMuted : state.isMuted,
    wasHook: hookBit ?? state.wasHook,
    wasMute: muteBit ?? state.wasMute,
  };
}

/** Null when the report is another one, or shorter than the descriptor promised. */
function bitOf(field: HidField | null, reportId: number, bytes: Uint8Array): boolean | null {
  if (field === null || field.reportId !== reportId) return null;
  const byte = bytes[field.bit >> 3];
  return byte === undefined ? null : ((byte >> (field.bit & 7)) & 1) === 1;
}
