import type { RegionId } from '../brand.ts';
import { fold } from '../fold.ts';
import { csvRows } from './csv.ts';
import { Settlement, Street } from './model.ts';

/**
 * Columns of the file, in any order, named by its first line. `record`: `settlement` or `street`. A settlement has `code`; a street has
 * the `settlement`'s code and may have a `code` of its own. Several former names or buildings are parted by `|`.
 */
const COLUMNS = [
  ...['record', 'code', 'settlement', 'uk', 'ru', 'former', 'community', 'district', 'kind'],
  'buildings',
] as const;

/** A line that cannot be taken, and why, for the administrator. */
export interface ImportFault {
  readonly line: number;
  readonly message: string;
}

/** What a file says. Nothing of it is to be stored while there is a fault. */
export interface ImportedDirectory {
  readonly settlements: readonly Settlement[];
  readonly streets: readonly Street[];
  readonly faults: readonly ImportFault[];
}

/** Reads a directory file of a region. */
export function readDirectory(text: string, region: RegionId): ImportedDirectory {
  const [head, ...rows] = csvRows(text);
  const columns = (head?.cells ?? []).map((cell) => cell.trim().toLowerCase());
  const unknown = columns.filter((column) => !(COLUMNS as readonly string[]).includes(column));
  if (!columns.includes('record') || unknown.length > 0) {
    const message = `The first line must name the columns: ${COLUMNS.join(';')}`;
    return { settlements: [], streets: [], faults: [{ line: 1, message }] };
  }
  const settlements = new Map<string, Settlement>();
  const streets = new Map<string, Street>();
  const faults: ImportFault[] = [];
  for (const { line, cells } of rows) {
    const cell = (column: string) => cells[columns.indexOf(column)]?.trim() ?? '';
    const list = (column: string) =>
      cell(column)
        .split('|')
        .map((part) => part.trim())
        .filter(Boolean);
    const record = cell('record').toLowerCase();
    if (record === 'settlement') {
      const parsed = Settlement.safeParse({
        id: cell('code'),
        region,
        uk: cell('uk'),
        ru: cell('ru') || cell('uk'),
        former: list('former'),
        community: cell('community'),
        district: cell('district'),
        kind: cell('kind') || 'village',
      });
      if (parsed.success) settlements.set(parsed.data.id, parsed.data);
      else faults.push({ line, message: faultOf(parsed.error) });
    } else if (record === 'street') {
      const parsed = Street.safeParse({
        id: `${cell('settlement')}/${cell('code') || fold(cell('uk'))}`,
        region,
        settlement: cell('settlement'),
        uk: cell('uk'),
        ru: cell('ru'),
        former: list('former'),
        buildings: list('buildings'),
      });
      if (parsed.success) streets.set(parsed.data.id, parsed.data);
      else faults.push({ line, message: faultOf(parsed.error) });
    } else faults.push({ line, message: 'record is neither "settlement" nor "street"' });
  }
  return { settlements: [...settlements.values()], streets: [...streets.values()], faults };
}

function faultOf({
  issues,
}: {
  readonly issues: readonly { path: PropertyKey[]; message: string }[];
}): string {
  return issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
}
