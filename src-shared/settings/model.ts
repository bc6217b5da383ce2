import { z } from 'zod';

export const Language = z.enum(['uk', 'ru', 'en']);
export type Language = z.infer<typeof Language>;

/** Preferences of the workstation. Not records: they never sync. */
export const Settings = z.strictObject({
  language: Language,
  theme: z.enum(['light', 'dark', 'system']),
  /** `high`: black on white or white on black, for tired eyes and poor screens. */
  contrast: z.enum(['normal', 'high']),
  /** Size of text in percent. */
  scale: z.int().min(80).max(200),
  /** Keys chosen here instead of the usual ones: command -> combination such as `Ctrl+Shift+KeyK`; empty: turned off. */
  keys: z.record(z.string().max(40), z.string().max(40)),
  /** Keys each operator has already used here, for the list of the first day; `closed` when it was put away. */
  firstDay: z.record(z.string().max(60), z.array(z.string().max(40)).max(40)),
  /** An incoming call is heard too, not only seen. */
  ringSound: z.boolean(),
  /** The name of the output an incoming call rings on; empty: the system's own choice. */
  ringDevice: z.string().max(300),
  /** Languages in which the spelling of notes is checked; none: it is off. */
  spelling: z.array(Language).max(3),
});
export type Settings = z.infer<typeof Settings>;

export const DEFAULT_SETTINGS: Settings = {
  language: 'uk',
  theme: 'system',
  contrast: 'normal',
  scale: 100,
  keys: {},
  firstDay: {},
  ringSound: true,
  ringDevice: '',
  spelling: ['uk', 'ru'],
};
