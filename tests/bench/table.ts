/** One measured thing. */
export interface Figure {
  readonly name: string;
  readonly value: string;
  readonly aim: string;
  /** Null for a figure without an aim, told for comparison. */
  readonly met: boolean | null;
  /** Against the peer of the same run; empty where there is none. */
  readonly ratio: string;
}

const HEAD = ['figure', 'value', 'aim', 'met', 'against the peer, same run'] as const;

/** The figures as a table that is Markdown as well. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = figures.map(({ name, value, aim, met, ratio }) => [name, value, aim, wordOf(met), ratio]);
  const widths = HEAD.map((title, column) =>
    Math.max(...[title, ...rows.map((row) => row[column] ?? '')].map((cell) => cell.length)),
  );
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  return [line(HEAD), `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...rows.map(line)].join(
    '\n',
  );
}

function wordOf(met: boolean | null): string {
  if (met === null) return '';
  return met ? 'met' : 'MISSED';
}

/** The value below which this share of all values lies. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** A number for people: three significant digits, thousands apart. */
export function shown(value: number): string {
  if (!Number.isFinite(value)) return '?';
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : 2;
  return value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** How many times a rate is another one. */
export function times(rate: number, peer: number): string {
  return `${shown(rate / peer)}x`;
}
