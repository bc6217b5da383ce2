import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
} from 'react';
import { useSettings } from '../settings/useSettings.ts';
import './virtualGrid.css';

/** The heading of a column by which the rows can be put in order. */
export interface GridHeading {
  readonly title: string;
  /** How the rows are in order by it now. */
  readonly order: 'ascending' | 'descending' | 'none';
  readonly onPress: () => void;
}

interface VirtualGridProps<T extends { readonly id: string }> {
  readonly label: string;
  /** Undefined where a row is still to be fetched. */
  readonly rows: readonly (T | undefined)[];
  /** Class that gives header and rows their columns. */
  readonly columns: string;
  /** Widths of the columns, where they are chosen. */
  readonly template?: string | undefined;
  readonly header: readonly (string | GridHeading)[];
  readonly renderRow: (row: T) => ReactNode;
  /** The row under the cursor, by id; rows that come or go never move it. */
  readonly cursor: string | null;
  readonly opened: string | null;
  readonly onCursor: (id: string) => void;
  readonly onOpen: (id: string) => void;
  /** These rows come into sight: those still to be fetched may be. */
  readonly onSight?: ((first: number, last: number) => void) | undefined;
}

/** Height of all rows together at most, in pixels: a third of a million of them at the largest size of text. */
const MOST_PX = 30_000_000;

/** Height of one row of two lines, in rem. */
const ROW_REM = 3.5;

/** A long table of which only the visible rows exist. Arrows, Page, Home and End move, Enter opens. */
export function VirtualGrid<T extends { readonly id: string }>(props: VirtualGridProps<T>) {
  const { rows, cursor } = props;
  const scroll = useRef<HTMLDivElement>(null);
  const base = useId();
  const { settings } = useSettings();
  const rowPx = (ROW_REM * 16 * settings.scale) / 100;
  const virtual = useVirtualizer({
    // A browser lays out no more; nobody reads so far.
    count: Math.min(rows.length, Math.floor(MOST_PX / rowPx)),
    getScrollElement: () => scroll.current,
    estimateSize: () => rowPx,
    overscan: 8,
    // The heading stays above the rows within what scrolls.
    scrollPaddingEnd: rowPx,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another row height makes every measure stale
  useEffect(() => virtual.measure(), [rowPx]);
  useStillScroll(scroll, rows, rowPx);

  const seen = virtual.getVirtualItems();
  const first = seen[0]?.index ?? 0;
  const last = seen.at(-1)?.index ?? 0;
  const { onSight } = props;
  // biome-ignore lint/correctness/useExhaustiveDependencies: other rows in the same places are seen anew
  useEffect(() => onSight?.(first, last), [first, last, rows, onSight]);

  const known = useMemo(() => rows.findIndex((row) => row?.id === cursor), [rows, cursor]);
  // A row that is still to be fetched gets the cursor when it comes.
  const awaited = useRef<number | null>(null);
  const at = awaited.current ?? Math.max(0, known);
  const { onCursor } = props;
  useEffect(() => {
    const row = awaited.current === null ? undefined : rows[awaited.current];
    if (row === undefined) return;
    awaited.current = null;
    onCursor(row.id);
  }, [rows, onCursor]);
  const move = (index: number) => {
    const place = Math.max(0, Math.min(rows.length - 1, index));
    const target = rows[place];
    awaited.current = target === undefined ? place : null;
    if (target !== undefined) onCursor(target.id);
    virtual.scrollToIndex(place, { align: 'auto' });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const page = Math.max(1, Math.floor((scroll.current?.clientHeight ?? rowPx) / rowPx) - 1);
    const present = awaited.current !== null || (cursor !== null && rows[at]?.id === cursor);
    const targets: Record<string, number> = {
      ArrowDown: present ? at + 1 : 0,
      ArrowUp: at - 1,
      PageDown: at + page,
      PageUp: at - page,
      Home: 0,
      End: rows.length - 1,
    };
    const target = targets[event.key];
    const under = rows[at];
    if (target !== undefined) move(target);
    else if (event.key === 'Enter' && under) {
      props.onCursor(under.id);
      props.onOpen(under.id);
    } else return;
    event.preventDefault();
  };
  // Only a row that exists on the screen can be named as the one under the cursor.
  const active = seen.some(({ index }) => index === at) ? rows[at] : undefined;
  const columns = props.template === undefined ? undefined : { gridTemplateColumns: props.template };
  return (
    <div
      ref={scroll}
      className="grid"
      role="grid"
      aria-label={props.label}
      aria-rowcount={rows.length + 1}
      tabIndex={0}
      data-pane-focus
      aria-activedescendant={active ? `${base}-${active.id}` : undefined}
      onKeyDown={onKeyDown}
    >
      <div className={`gridHead ${props.columns}`} style={columns} role="row" aria-rowindex={1}>
        {props.header.map((heading) => (
          <Heading key={typeof heading === 'string' ? heading : heading.title} heading={heading} />
        ))}
      </div>
      <div className="gridBody" role="rowgroup">
        <div style={{ height: virtual.getTotalSize(), position: 'relative' }}>
          {virtual.getVirtualItems().map((item) => {
            const row = rows[item.index];
            if (row === undefined) {
              return (
                <div
                  key={item.key}
                  className="gridRow gridAwaited"
                  style={{ transform: `translateY(${item.start}px)` }}
                />
              );
            }
            return (
              <div
                // By what it shows: rows that come above do not make the others anew.
                key={row.id}
                id={`${base}-${row.id}`}
                role="row"
                aria-rowindex={item.index + 2}
                aria-selected={row.id === props.opened}
                className={`gridRow ${props.columns}`}
                data-cursor={row.id === cursor || undefined}
                style={{ ...columns, transform: `translateY(${item.start}px)` }}
                onClick={() => {
                  props.onCursor(row.id);
                  props.onOpen(row.id);
                }}
              >
                {props.renderRow(row)}
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}

/** The heading of a column; one that orders the rows is pressed by Enter or the mouse. */
function Heading({ heading }: { readonly heading: string | GridHeading }) {
  if (typeof heading === 'string') {
    return (
      <span role="columnheader" className="clip">
        {heading}
      </span>
    );
  }
  const { title, order, onPress } = heading;
  return (
    <span role="columnheader" aria-sort={order} className="gridSorted">
      <button
        type="button"
        className="gridSort"
        onClick={onPress}
        // The grid's own keys are for its rows.
        onKeyDown={(event) => event.stopPropagation()}
      >
        <span className="clip">{title}</span>
        {order === 'ascending' && <IconArrowUp size="0.875rem" stroke={1.75} aria-hidden />}
        {order === 'descending' && <IconArrowDown size="0.875rem" stroke={1.75} aria-hidden />}
      </button>
    </span>
  );
}

/** Rows that arrive above what is being read push it down on paper, not on the screen. */
function useStillScroll(
  scroll: { readonly current: HTMLDivElement | null },
  rows: readonly ({ readonly id: string } | undefined)[],
  rowPx: number,
): void {
  const before = useRef(rows);
  useLayoutEffect(() => {
    const element = scroll.current;
    const earlier = before.current;
    before.current = rows;
    if (!element || earlier === rows || element.scrollTop < rowPx) return;
    const top = Math.floor(element.scrollTop / rowPx);
    const reading = earlier[top]?.id;
    const now = reading === undefined ? -1 : rows.findIndex((row) => row?.id === reading);
    if (now > -1 && now !== top) element.scrollTop += (now - top) * rowPx;
  }, [rows, rowPx, scroll]);
}
