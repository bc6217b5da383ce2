import { z } from 'zod';

/** Quick tags of a call, in the order of their keys: about the talk itself, which no field of a card tells. */
export const Tag = z.enum(['thanks', 'upset', 'rude', 'badLine', 'forOther', 'media']);
export type Tag = z.infer<typeof Tag>;
