import type { Operator } from '../../src-shared/operator/model.ts';
import { write } from '../../src-shared/record/model.ts';
import type { Random } from '../random.ts';
import { writeDocuments } from '../store/record.ts';
import { raiseVersion } from '../store/region.ts';
import type { Tx } from '../store/tables.ts';
import { insertMark } from '../store/versionMark.ts';

/**
 * Writes the public part of an account as a record of its region, through the region's counter like every other record.
 * @returns the version at which it stands
 */
export async function publishOperator(
  tx: Tx,
  operator: Operator,
  at: string,
  random: Random,
): Promise<number> {
  const version = await raiseVersion(tx, operator.region);
  await writeDocuments(tx, { region: operator.region, version, ordinal: 0 }, [write('operator', operator)]);
  await insertMark(tx, operator.region, version, at, random);
  return version;
}
