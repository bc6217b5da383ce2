import { RegionId } from '../../src-shared/brand.ts';
import { addAccount } from '../account/account.ts';
import type { Context } from '../context.ts';
import { readAccount } from '../store/account.ts';
import { readRegion } from '../store/region.ts';
import { addRegion } from './region.ts';

/** Password of every demo account. Printed by `npm start`; never used where HOLOS_DEMO is not set. */
export const DEMO_PASSWORD = 'holos-demo-2026';

/** The demo's region. */
export const DEMO_REGION = {
  id: RegionId.parse('dn'),
  office: 'ДН',
  name: { uk: 'Донецька область', ru: 'Донецкая область', en: 'Donetsk oblast' },
} as const;

/** The demo's people; the same ids everywhere, so that a generated day or month fits any demo server. */
export const DEMO_ACCOUNTS = [
  { id: '0198f000-0000-7000-8000-000000000001', login: 'koval', name: 'Коваль Олена', role: 'operator' },
  { id: '0198f000-0000-7000-8000-000000000002', login: 'bondar', name: 'Бондар Тарас', role: 'operator' },
  { id: '0198f000-0000-7000-8000-000000000003', login: 'shevchuk', name: 'Шевчук Ірина', role: 'lead' },
  { id: '0198f000-0000-7000-8000-000000000004', login: 'lysenko', name: 'Лисенко Андрій', role: 'analyst' },
  { id: '0198f000-0000-7000-8000-000000000005', login: 'admin', name: 'Адміністратор', role: 'admin' },
] as const;

/** Creates what is missing of the demo's region and accounts; what is there stays as it is. */
export async function ensureDemo(context: Context): Promise<{ region: string; logins: string[] }> {
  const { db } = context.store;
  if (!(await readRegion(db, DEMO_REGION.id)))
    await addRegion(context, { ...DEMO_REGION, name: { ...DEMO_REGION.name } });
  for (const account of DEMO_ACCOUNTS) {
    if (await readAccount(db, account.login)) continue;
    await addAccount(context, { ...account, region: DEMO_REGION.id, password: DEMO_PASSWORD });
  }
  return { region: DEMO_REGION.id, logins: DEMO_ACCOUNTS.map((account) => account.login) };
}
