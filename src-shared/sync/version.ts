/** Protocol versions this build speaks, as [oldest, newest]. A changed message raises the newest. */
export const PROTOCOL: readonly [number, number] = [1, 1];

/** Limits of one push batch (sync specification 1.3). */
export const MAX_BATCH_COMMANDS = 100;
export const MAX_BATCH_BYTES = 256 * 1024;

/** Rows in one pull page at most; a page never splits a version, so a single large version may exceed it. */
export const PULL_PAGE = 500;
