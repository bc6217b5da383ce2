/** Cells of one line: the first is a name, the others are figures. */
export type TableRow = readonly [string, ...string[]];

/**
 * Lines of a small table for a fixed-width screen: names to the left, figures to the right, each column as wide as it must be.
 * @param nameWidth longest name; a longer one ends in an ellipsis
 */
export function tableText(rows: readonly TableRow[], nameWidth: number): string {
  const cut = rows.map(([name, ...figures]) => [shortened(name, nameWidth), ...figures]);
  const columns = Math.max(0, ...cut.map((cells) => cells.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...cut.map((cells) => [...(cells[column] ?? '')].length)),
  );
  return cut
    .map((cells) =>
      cells
        .map((cell, column) => {
          const gap = ' '.repeat((widths[column] ?? 0) - [...cell].length);
          return column === 0 ? `  ${cell}${gap}` : `${gap}${cell}`;
        })
        .join('  '),
    )
    .join('\n');
}

function shortened(name: string, width: number): string {
  const characters = [...name];
  return characters.length <= width
    ? name
    : `${characters
        .slice(0, width - 1)
        .join('')
        .trimEnd()}…`;
}
