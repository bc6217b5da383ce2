import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import Store from 'electron-store';
import { z } from 'zod';
import { DEFAULT_SETTINGS, Settings } from '../../src-shared/settings/model.ts';
import type { Logger } from '../data/log.ts';
import { HeadsetGrant, isSameHeadset } from '../security/headsetGrant.ts';

/** A workstation has a few headsets in its life; older ones are asked about again. */
const MOST_HEADSETS = 20;

const Bounds = z.strictObject({
  x: z.int(),
  y: z.int(),
  width: z.int().positive(),
  height: z.int().positive(),
  isMaximized: z.boolean(),
});
export type Bounds = z.infer<typeof Bounds>;

/** What the shell remembers between runs: preferences and where the window was. */
export interface Config {
  readSettings(): Settings;
  writeSettings(settings: Settings): void;
  /** Headsets somebody has allowed here. */
  readHeadsets(): HeadsetGrant[];
  addHeadset(grant: HeadsetGrant): void;
  readBounds(): Bounds | null;
  writeBounds(bounds: Bounds): void;
}

/** Opens `config.json` in the user data folder. A file that cannot be read is put aside, not deleted, and defaults are used. */
export function openConfig(userData: string, log: Logger): Config {
  const store = openStore(userData, log);
  return {
    readSettings() {
      // A preference added by a newer version is absent in an older file.
      const stored: unknown = store.get('settings');
      const given = typeof stored === 'object' && stored !== null ? stored : {};
      const whole = Settings.safeParse({ ...DEFAULT_SETTINGS, ...given });
      return whole.success ? whole.data : DEFAULT_SETTINGS;
    },
    writeSettings: (settings) => store.set('settings', settings),
    readHeadsets: () => headsets(store),
    addHeadset(grant) {
      const others = headsets(store).filter((known) => !isSameHeadset(known, grant));
      store.set('headsets', [...others, grant].slice(-MOST_HEADSETS));
    },
    readBounds() {
      const stored = Bounds.safeParse(store.get('bounds'));
      return stored.success ? stored.data : null;
    },
    writeBounds: (bounds) => store.set('bounds', bounds),
  };
}

function headsets(store: Store<Record<string, unknown>>): HeadsetGrant[] {
  return z.array(HeadsetGrant).safeParse(store.get('headsets')).data ?? [];
}

function openStore(userData: string, log: Logger): Store<Record<string, unknown>> {
  const open = (): Store<Record<string, unknown>> => new Store({ cwd: userData, name: 'config' });
  try {
    return open();
  } catch (error) {
    const file = join(userData, 'config.json');
    if (!(error instanceof SyntaxError) || !existsSync(file)) throw error;
    renameSync(file, `${file}.damaged`);
    log.warn({}, 'preferences could not be read and were put aside');
    return open();
  }
}
