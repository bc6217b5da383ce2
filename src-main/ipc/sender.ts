import { APP_ORIGIN, isOwnAddress } from '../security/origin.ts';

/** What is asked of the frame a call came from. Electron's `WebFrameMain` fits; null when the frame is gone. */
export interface SenderFrame {
  readonly origin: string;
  readonly url: string;
  /** Null for the main frame of a page. */
  readonly parent: unknown;
}

/** Ids of the WebContents that are windows of ours. A Map or a Set fits. */
export interface WindowRegister {
  has(contentsId: number): boolean;
}

/**
 * Whether a call comes from our own page: a registered window, its main frame, our exact origin. A frame that is gone cannot
 * show what it was and is refused.
 */
export function isTrustedSender(
  contentsId: number,
  frame: SenderFrame | null,
  registered: WindowRegister,
): boolean {
  if (frame === null || !registered.has(contentsId)) return false;
  return frame.parent === null && frame.origin === APP_ORIGIN && isOwnAddress(frame.url);
}
