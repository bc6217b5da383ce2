import type { HIDDevice, Session } from 'electron';
import type { Logger } from '../data/log.ts';
import { HeadsetGrant, isSameHeadset } from './headsetGrant.ts';
import { isOwnAddress } from './origin.ts';

/** Where allowed headsets are kept, and who chooses among several. */
export interface HeadsetDesk {
  grants(): readonly HeadsetGrant[];
  remember(grant: HeadsetGrant): void;
  /** @returns the place of the chosen name; null for none of them */
  choose(names: readonly string[]): Promise<number | null>;
}

/** Lets our own page read headsets, each only after somebody has chosen it here; no other device of any kind. */
export function allowHeadsets(target: Session, desk: HeadsetDesk, log: Logger): void {
  target.setDevicePermissionHandler(({ deviceType, origin, device }) => {
    if (deviceType !== 'hid' || !isOwnAddress(origin)) return false;
    const asked = grantOf(device as HIDDevice);
    return asked !== null && desk.grants().some((grant) => isSameHeadset(grant, asked));
  });
  target.on('select-hid-device', (event, { deviceList, frame }, answer) => {
    event.preventDefault();
    if (frame === null || !isOwnAddress(frame.url)) {
      answer(null);
      return;
    }
    choose(deviceList, desk).then(
      (chosen) => answer(chosen),
      (error: unknown) => {
        log.error({ name: error instanceof Error ? error.name : 'unknown' }, 'headset not chosen');
        answer(null);
      },
    );
  });
}

async function choose(devices: readonly HIDDevice[], desk: HeadsetDesk): Promise<string | null> {
  // One device shows itself in several parts; a person knows it by its name.
  const byName = [...new Map(devices.map((device) => [device.name, device])).values()];
  if (byName.length === 0) return null;
  const place = await desk.choose(byName.map(({ name }) => name));
  const chosen = place === null ? undefined : byName[place];
  const grant = chosen === undefined ? null : grantOf(chosen);
  if (chosen === undefined || grant === null) return null;
  desk.remember(grant);
  return chosen.deviceId;
}

function grantOf({ vendorId, productId, serialNumber }: HIDDevice): HeadsetGrant | null {
  return HeadsetGrant.safeParse({ vendorId, productId, serialNumber: serialNumber || null }).data ?? null;
}
