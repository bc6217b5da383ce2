import { en } from './texts/en.ts';
import { ru } from './texts/ru.ts';
import { uk } from './texts/uk.ts';

/** Every text of the window: language -> concept -> key. Shipped inside; nothing is fetched. */
export const resources = { uk, ru, en } as const;
