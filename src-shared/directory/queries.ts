import { z } from 'zod';
import { Settlement, SettlementCode, Street } from './model.ts';

/** directory.settlements: every settlement of the directory. */
export const SettlementsOutput = z.strictObject({ settlements: z.array(Settlement) });

/** directory.streets: the streets of one settlement, by name. */
export const StreetsInput = z.strictObject({ settlement: SettlementCode });
export const StreetsOutput = z.strictObject({ streets: z.array(Street) });
