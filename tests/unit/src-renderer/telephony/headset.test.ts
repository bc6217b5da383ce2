import { afterEach, describe, expect, it, vi } from 'vitest';
import { readHeadset, useHeadsetState } from '../../../../src-renderer/telephony/headset.ts';
import type { HidDevice, HidPort } from '../../../../src-renderer/telephony/hidPort.ts';
import type { HidCollection } from '../../../../src-shared/telephony/hid.ts';

const bit = (usages: number[], isAbsolute: boolean) => ({
  isAbsolute,
  reportSize: 1,
  reportCount: 1,
  usages,
});
const HEADSET: HidCollection[] = [
  {
    usagePage: 0x0b,
    inputReports: [{ reportId: 1, items: [bit([0x0b0020], true), bit([0x0b002f], false)] }],
  },
];

/** A device with the surface of the browser's, and nothing behind it. */
class FakeDevice extends EventTarget implements HidDevice {
  readonly productName: string;
  readonly collections: readonly HidCollection[];
  opened = false;
  isHeldByOthers = false;

  constructor(productName: string, collections: readonly HidCollection[]) {
    super();
    this.productName = productName;
    this.collections = collections;
  }

  async open(): Promise<void> {
    if (this.isHeldByOthers) throw new DOMException('in use', 'NotAllowedError');
    this.opened = true;
  }

  async close(): Promise<void> {
    this.opened = false;
  }

  report(byte: number): void {
    const event = new Event('inputreport');
    this.dispatchEvent(Object.assign(event, { reportId: 1, data: new DataView(Uint8Array.of(byte).buffer) }));
  }
}

function portOf(...devices: FakeDevice[]): HidPort {
  return { known: async () => devices, choose: async () => devices, onPlugged: () => () => undefined };
}

afterEach(() => vi.restoreAllMocks());

describe('a headset that is read', () => {
  it('tells of its hook and of its microphone, and is closed when it is left', async () => {
    const device = new FakeDevice('Гарнітура 1', HEADSET);
    let lifted = 0;
    const reader = readHeadset(portOf(new FakeDevice('keyboard', [{ usagePage: 1 }]), device), () => {
      lifted += 1;
    });
    await reader.look();
    expect(useHeadsetState.getState()).toEqual({ name: 'Гарнітура 1', isMuted: false, isOffHook: false });
    for (const byte of [1, 3, 1]) device.report(byte);
    expect(lifted).toBe(1);
    expect(useHeadsetState.getState().isMuted).toBe(true);
    await reader.leave();
    expect(device.opened).toBe(false);
    expect(useHeadsetState.getState()).toEqual({ name: null, isMuted: false, isOffHook: false });
    device.report(0);
    device.report(1);
    expect(lifted).toBe(1);
  });

  it('is found when it is plugged in later, and forgotten when it is pulled out', async () => {
    const devices: FakeDevice[] = [];
    const port: HidPort = { ...portOf(), known: async () => devices };
    const reader = readHeadset(port, () => undefined);
    await reader.look();
    expect(useHeadsetState.getState().name).toBeNull();
    devices.push(new FakeDevice('Гарнітура 2', HEADSET));
    await reader.look();
    expect(useHeadsetState.getState().name).toBe('Гарнітура 2');
    devices.pop();
    await reader.look();
    expect(useHeadsetState.getState().name).toBeNull();
  });

  it('that another program holds alone is left alone', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const device = new FakeDevice('Гарнітура 3', HEADSET);
    device.isHeldByOthers = true;
    await readHeadset(portOf(device), () => undefined).look();
    expect(useHeadsetState.getState().name).toBeNull();
  });
});
