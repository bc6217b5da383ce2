import { z } from 'zod';
import { Script } from './model.ts';

/** script.list: every script in force, by name. */
export const ScriptListOutput = z.strictObject({ scripts: z.array(Script) });

/** script.at: the questions of a topic; null where there are none. */
export const ScriptAtInput = z.strictObject({ topic: z.string().max(20) });
export const ScriptAtOutput = z.strictObject({ script: Script.nullable() });
