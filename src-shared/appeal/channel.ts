import { z } from 'zod';

/** How an appeal was handed over to an authority. */
export const ForwardChannel = z.enum(['phone', 'email', 'document_system', 'messenger', 'fax']);
export type ForwardChannel = z.infer<typeof ForwardChannel>;
