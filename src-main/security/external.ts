import { shell } from 'electron';
import { isOpenable } from './externalAddress.ts';

/** The only door to the system's other programs. Answers whether the address was handed on; a refused one is not opened. */
export async function openExternal(address: string): Promise<boolean> {
  if (!isOpenable(address)) return false;
  await shell.openExternal(address);
  return true;
}
