import type { HidCollection } from '../../src-shared/telephony/hid.ts';
import { TELEPHONY_PAGE } from '../../src-shared/telephony/hid.ts';

/** What is needed of a device: `HIDDevice` of the browser fits. */
export interface HidDevice extends EventTarget {
  readonly productName: string;
  readonly opened: boolean;
  readonly collections: readonly HidCollection[];
  open(): Promise<void>;
  close(): Promise<void>;
}

/** One report, as devices tell it. */
export interface HidReportEvent extends Event {
  readonly reportId: number;
  readonly data: DataView;
}

/** The way to headsets: the browser's in the product, a made-up one in tests. Nothing here can send to a device. */
export interface HidPort {
  /** Devices somebody has chosen before; asks nobody. */
  known(): Promise<readonly HidDevice[]>;
  /** Lets a person choose; must follow a press. */
  choose(): Promise<readonly HidDevice[]>;
  /** @returns its undo */
  onPlugged(listener: () => void): () => void;
}

/** `navigator.hid`, as much of it as is used. */
interface BrowserHid extends EventTarget {
  getDevices(): Promise<HidDevice[]>;
  requestDevice(options: { filters: { usagePage: number }[] }): Promise<HidDevice[]>;
}

/** The browser's headsets; null where it knows none. */
export function browserHid(): HidPort | null {
  const { hid } = navigator as unknown as { readonly hid?: BrowserHid };
  if (hid === undefined) return null;
  return {
    known: () => hid.getDevices(),
    choose: () => hid.requestDevice({ filters: [{ usagePage: TELEPHONY_PAGE }] }),
    onPlugged(listener) {
      hid.addEventListener('connect', listener);
      hid.addEventListener('disconnect', listener);
      return () => {
        hid.removeEventListener('connect', listener);
        hid.removeEventListener('disconnect', listener);
      };
    },
  };
}
