import { trueRows } from './truth.ts';
import type { World } from './world.ts';

/** Opens the centre, which may have died between changing an account and saying so. */
export async function openCentre(world: World): Promise<void> {
  await world.centre.open();
  await adoptAccounts(world);
}

/** Notes what the administrator has changed: the server writes it outside of any command. */
export async function adoptAccounts(world: World): Promise<void> {
  const { context } = world.centre;
  if (context === null) return;
  const known = new Set([...world.before.rows, ...world.accountSteps].map(({ version }) => version));
  for (const { type, version, doc } of await trueRows(context)) {
    if (type === 'operator' && !known.has(version))
      world.accountSteps.push({ version, operator: JSON.parse(doc) });
  }
}
