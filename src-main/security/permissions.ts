/**
 * Permissions a page of ours has. Everything not named here is refused, so a permission that a newer Chromium
 * brings is refused too. Writing to the clipboard: the number told to the caller is copied by a button.
 * Outputs (`speaker-selection`): an incoming call rings on the speakers somebody chose; the microphone stays refused.
 * Devices (`hid`): a headset, each one only after somebody has chosen it (headsets.ts).
 */
const granted: ReadonlySet<string> = new Set(['clipboard-sanitized-write', 'hid', 'speaker-selection']);

/** Whether a permission is granted: named in the table, asked by our own page, not by a frame in it. */
export function isPermitted(permission: string, isOwnPage: boolean, isMainFrame: boolean): boolean {
  return granted.has(permission) && isOwnPage && isMainFrame;
}
