import { StartError } from './startError.ts';
import { StoreError } from './store/storeError.ts';

/** One sentence on why the server does not start; only for a defect of ours with the stack. */
export function sentenceOf(error: unknown): string {
  if (error instanceof StoreError || error instanceof StartError) return error.message;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const path = error instanceof Error && 'path' in error ? ` ${String(error.path)}` : '';
  if (code === 'ENOSPC') return `The disk is full:${path} cannot be written.`;
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return `No permission to write${path}.`;
  if (code === 'ENOTDIR' || code === 'EEXIST') return `Not a folder:${path}; choose another HOLOS_DATA.`;
  return error instanceof Error
    ? `The server failed to start: ${error.stack ?? error.message}`
    : 'The server failed to start.';
}
