import fc from 'fast-check';
import { MUTANTS } from './mutants.ts';
import { mutate } from './mutate.ts';

/**
 * A process of its own that tells whether the simulator notices a mutant. Arguments: its name, or nothing for the control run; how many
 * generated histories; their seed. Says on stdout `killed <why>` or `survived`; anything else is a fault of the trial.
 */
const [name = '', runs = '0', seed = '1'] = process.argv.slice(2);
const mutant = MUTANTS.find((one) => one.name === name);
if (name !== '' && mutant === undefined) throw new Error(`there is no mutant "${name}"`);
mutate(mutant?.edits ?? []);
const { runHistory } = await import('../simulator/history.ts');
const { plans } = await import('../simulator/plan.ts');
const { CHECKS } = await import('./checks.ts');
const { openEngine } = await import('../simulator/engine.ts');

const tried = mutant === undefined ? MUTANTS.flatMap((one) => one.plans ?? []) : (mutant.plans ?? []);
const checks = mutant === undefined ? Object.keys(CHECKS) : mutant.check === undefined ? [] : [mutant.check];
const engine = await openEngine(mutant?.engine ?? 'sqlite');
try {
  process.stdout.write(`${await verdict()}\n`);
} finally {
  await engine.end();
}
process.exit(0);

async function verdict(): Promise<string> {
  try {
    for (const check of checks) await CHECKS[check]?.();
    for (const plan of tried) await runHistory(plan, engine);
    const generated = fc.sample(plans, { seed: Number(seed), numRuns: Math.max(1, Number(runs)) });
    for (const plan of generated.slice(0, Number(runs))) await runHistory(plan, engine);
    return 'survived';
  } catch (error) {
    return `killed ${error instanceof Error ? (error.message.split('\n')[0] ?? error.name) : String(error)}`;
  }
}
