import type { Answer } from '../../src-shared/ipc/envelope.ts';
import type { Settings } from '../../src-shared/settings/model.ts';
import type { Config } from './config.ts';

/** A change of preferences: only what is given changes. */
export type SettingsChange = { readonly [K in keyof Settings]?: Settings[K] | undefined };

export interface SettingsDesk {
  get(): Answer<Settings>;
  set(change: SettingsChange): Answer<Settings>;
  current(): Settings;
}

/**
 * Answers `settings.get` and `settings.set` out of the config.
 * @param announce called after every change with the whole settings
 */
export function openSettings(config: Config, announce: (settings: Settings) => void): SettingsDesk {
  let settings = config.readSettings();
  return {
    get: () => ({ ok: true, value: settings }),
    set(change) {
      const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
      settings = { ...settings, ...given };
      try {
        config.writeSettings(settings);
      } catch (error) {
        // The wish holds for this run all the same; it is said that it was not kept.
        const code =
          error instanceof Error && 'code' in error && error.code === 'ENOSPC' ? 'diskFull' : 'storeReadOnly';
        announce(settings);
        return { ok: false, error: { code, data: {} } };
      }
      announce(settings);
      return { ok: true, value: settings };
    },
    current: () => settings,
  };
}
