import { z } from 'zod';

export const Language = z.enum(['uk', 'ru', 'en']);
export type Language = z.infer<typeof Language>;

/** Preferences of the workstation. Not records: they never sync. */
export const Settings = z.strictObject({
  language: Language,
  theme: z.enum(['light', 'dark', 'system']),
  /** Size of text in percent. */
  scale: z.int().min(80).max(200),
});
export type Settings = z.infer<typeof Settings>;

export const DEFAULT_SETTINGS: Settings = { language: 'uk', theme: 'system', scale: 100 };
