import { z } from 'zod';
import { Operator } from './model.ts';

/** operator.list: everybody of the region, by name. */
export const OperatorListOutput = z.strictObject({ operators: z.array(Operator) });
