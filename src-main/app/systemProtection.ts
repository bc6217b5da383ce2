import { safeStorage } from 'electron';
import type { KeyProtection } from './key.ts';

/** The part of Electron's protected store that came after version 33, whose types do not know that it may be absent. */
interface AsyncStore {
  isAsyncEncryptionAvailable(): Promise<boolean>;
  encryptStringAsync(text: string): Promise<Buffer>;
  decryptStringAsync(wrapped: Buffer): Promise<{ result: string }>;
}

/** The protected store of the system, behind the asynchronous port. Call only after the application is ready. */
export function systemProtection(): KeyProtection {
  const store = asyncStore() ?? syncStore();
  return {
    isAvailable: async () => isRealProtection() && (await store.isAsyncEncryptionAvailable()),
    wrap: (text) => store.encryptStringAsync(text),
    unwrap: async (wrapped) => (await store.decryptStringAsync(wrapped)).result,
  };
}

/** On Linux without a keyring Electron encrypts with a word from its own sources: no protection at all. */
function isRealProtection(): boolean {
  if (process.platform !== 'linux') return true;
  const backend = safeStorage.getSelectedStorageBackend();
  return backend !== 'basic_text' && backend !== 'unknown';
}

function asyncStore(): AsyncStore | null {
  return 'decryptStringAsync' in safeStorage ? safeStorage : null;
}

function syncStore(): AsyncStore {
  return {
    isAsyncEncryptionAvailable: async () => safeStorage.isEncryptionAvailable(),
    encryptStringAsync: async (text) => safeStorage.encryptString(text),
    decryptStringAsync: async (wrapped) => ({ result: safeStorage.decryptString(wrapped) }),
  };
}
