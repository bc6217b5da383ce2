/**
 * Protocol versions this build speaks, as [oldest, newest]. A changed message raises the newest. Version 1 refuses fields it does not
 * know, so fields and resources of version 2 are used only with a peer that has said it speaks it; from 2 on unknown fields are ignored.
 */
export const PROTOCOL: readonly [number, number] = [1, 2];

/** Limits of one push batch (sync specification 1.3). */
export const MAX_BATCH_COMMANDS = 100;
export const MAX_BATCH_BYTES = 256 * 1024;

/** Rows in one pull page at most; a page never splits a version, so a single large version may exceed it. */
export const PULL_PAGE = 500;
