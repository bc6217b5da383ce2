import { z } from 'zod';
import { SavedView } from './model.ts';

/** view.list: the own views and those offered to everybody, by name. */
export const ViewListOutput = z.strictObject({ views: z.array(SavedView) });
