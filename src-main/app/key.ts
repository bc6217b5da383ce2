import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Problem } from '../../src-shared/ipc/envelope.ts';
import type { Result } from '../../src-shared/result.ts';
import { err, ok } from '../../src-shared/result.ts';
import { type KeyFile, readKeyFile, writeKeyFile } from './keyFile.ts';

/** Length of the store's key in bytes. */
const KEY_BYTES = 32;

/** The system's protected store. Asynchronous, because Electron's synchronous one is going away. */
export interface KeyProtection {
  /** True only where the system really protects; a store that hides a key behind a fixed word does not count. */
  isAvailable(): Promise<boolean>;
  wrap(text: string): Promise<Buffer>;
  /** Rejects when the system does not give the key back. */
  unwrap(wrapped: Buffer): Promise<string>;
}

export interface StoreKey {
  readonly key: Buffer;
  /** True when the key lies in a file, readable by this user alone, without the system's protection. */
  readonly keyUnprotected: boolean;
}

export interface KeyOptions {
  readonly file: string;
  readonly protection: KeyProtection;
  /** Whether a store was made before: then a missing key is a loss, and a new one would hide it. */
  readonly hasStore: boolean;
}

/**
 * The key of the local store: read, or made together with a first store. A key that cannot be had is a named problem
 * (`storeKeyMissing`, `storeKeyWrong`, `storeReadOnly`, `diskFull`) and never leads to a new one.
 * A key once kept in a file stays there: a keyring that comes and goes must not shut a working desk out.
 */
export async function loadKey(options: KeyOptions): Promise<Result<StoreKey, Problem>> {
  const found = readKeyFile(options.file);
  if (found.state === 'unreadable') return problem('storeKeyWrong');
  if (found.state === 'present') return await unwrapKey(found.content, options.protection);
  if (options.hasStore) return problem('storeKeyMissing');
  return await makeKey(options);
}

async function unwrapKey(content: KeyFile, protection: KeyProtection): Promise<Result<StoreKey, Problem>> {
  const bytes = Buffer.from(content.key, 'base64');
  if (content.protection === 'file') return checked(bytes, content, true);
  if (!(await protection.isAvailable())) return problem('storeKeyMissing');
  try {
    const text = await protection.unwrap(bytes);
    return checked(Buffer.from(text, 'base64'), content, false);
  } catch {
    // The system's answer may name accounts; that the key was not given back is all there is to tell.
    return problem('storeKeyMissing');
  }
}

function checked(key: Buffer, content: KeyFile, keyUnprotected: boolean): Result<StoreKey, Problem> {
  const isRight =
    key.length === KEY_BYTES && timingSafeEqual(Buffer.from(checkOf(key)), Buffer.from(content.check));
  return isRight ? ok({ key, keyUnprotected }) : problem('storeKeyWrong');
}

async function makeKey({ file, protection }: KeyOptions): Promise<Result<StoreKey, Problem>> {
  const key = randomBytes(KEY_BYTES);
  const wrapped = await wrapKey(key, protection);
  const content: KeyFile = {
    version: 1,
    protection: wrapped === null ? 'file' : 'system',
    key: (wrapped ?? key).toString('base64'),
    check: checkOf(key),
  };
  try {
    writeKeyFile(file, content);
  } catch (error) {
    return problem(errorCode(error) === 'ENOSPC' ? 'diskFull' : 'storeReadOnly');
  }
  return ok({ key, keyUnprotected: wrapped === null });
}

/** Wraps and proves that it can be unwrapped again, before anything is encrypted with it; null when there is no protection. */
async function wrapKey(key: Buffer, protection: KeyProtection): Promise<Buffer | null> {
  if (!(await protection.isAvailable())) return null;
  const text = key.toString('base64');
  try {
    const wrapped = await protection.wrap(text);
    return (await protection.unwrap(wrapped)) === text ? wrapped : null;
  } catch {
    // A protected store that fails on the first day is as good as none; the interface says that the key lies in a file.
    return null;
  }
}

function checkOf(key: Buffer): string {
  return createHmac('sha256', key).update('holos store key').digest('hex').slice(0, 16);
}

function errorCode(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

function problem(
  code: 'storeKeyMissing' | 'storeKeyWrong' | 'storeReadOnly' | 'diskFull',
): Result<never, Problem> {
  return err({ code, data: {} });
}
