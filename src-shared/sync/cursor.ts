import { z } from 'zod';

/**
 * How far a client has pulled: per region the version and the random mark of that version. The mark shows that the server
 * was rewound and has gone on differently, which a version alone cannot show (sync specification 1.6).
 * Opaque to the client: kept and echoed, never calculated with.
 */
export const Cursor = z.strictObject({
  epoch: z.uuid(),
  regions: z.record(z.string(), z.tuple([z.int().nonnegative(), z.string()])),
});
export type Cursor = z.infer<typeof Cursor>;
