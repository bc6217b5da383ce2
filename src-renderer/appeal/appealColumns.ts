import {
  type BrowseColumn,
  BrowseColumns,
  ORDER_COLUMNS,
  type OrderColumn,
  USUAL_COLUMNS,
} from '../../src-shared/appeal/browse.ts';

/** Width of each column, in rem: the least it is worth showing with; the one of the topic takes what is left. */
const WIDTHS: Readonly<Record<BrowseColumn, number>> = {
  number: 10,
  topic: 12,
  applicant: 10,
  district: 8.5,
  assignee: 7.75,
  status: 9.25,
  due: 9.5,
  sign: 8.5,
};
const GAP_REM = 0.875;
const PADDING_REM = 2;

/** Those of the chosen columns that fit a width, from the first on; one always does. */
export function fitting(columns: readonly BrowseColumn[], widthRem: number): readonly BrowseColumn[] {
  let taken = PADDING_REM - GAP_REM;
  const fits = columns.filter((column) => {
    taken += WIDTHS[column] + GAP_REM;
    return taken <= widthRem;
  });
  return fits.length === 0 ? columns.slice(0, 1) : fits;
}

/** Widths of columns as the grid takes them: the topic, or else the last one, is as wide as there is room. */
export function templateOf(columns: readonly BrowseColumn[]): string {
  const wide = columns.includes('topic') ? 'topic' : columns.at(-1);
  return columns
    .map((column) => (column === wide ? `minmax(${WIDTHS[column]}rem, 1fr)` : `${WIDTHS[column]}rem`))
    .join(' ');
}

/** The column by which a list can be put in order, if it is one. */
export function orderedBy(column: BrowseColumn): OrderColumn | null {
  return ORDER_COLUMNS.find((known) => known === column) ?? null;
}

function keyOf(operator: string): string {
  return `columns.${operator}`;
}

/** The columns somebody chose on this workstation. */
export function keptColumns(operator: string): readonly BrowseColumn[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(operator)) ?? 'null');
    return BrowseColumns.safeParse(kept).data ?? USUAL_COLUMNS;
  } catch {
    // What cannot be read is worth nothing: the usual columns stand until others are chosen again.
    return USUAL_COLUMNS;
  }
}

/** Keeps the columns somebody chose. */
export function keepColumns(operator: string, columns: readonly BrowseColumn[]): void {
  try {
    localStorage.setItem(keyOf(operator), JSON.stringify(columns));
  } catch {
    // A full or closed store costs only the choice.
  }
}
