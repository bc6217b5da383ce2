import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useLayoutEffect, useRef } from 'react';
import { useSettings } from '../settings/useSettings.ts';
import './virtualGrid.css';

interface VirtualGridProps<T extends { readonly id: string }> {
  readonly label: string;
  readonly rows: readonly T[];
  /** Class that gives header and rows their columns. */
  readonly columns: string;
  readonly header: readonly string[];
  readonly renderRow: (row: T) => ReactNode;
  /** The row under the cursor, by id; rows that come or go never move it. */
  readonly cursor: string | null;
  readonly opened: string | null;
  readonly onCursor: (id: string) => void;
  readonly onOpen: (id: string) => void;
  /** The last rows come into sight: more may be fetched. */
  readonly onNearEnd?: (() => void) | undefined;
}

/** Rows before the end at which more is fetched: about two screens. */
const NEAR = 40;

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
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowPx,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 8,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another row height makes every measure stale
  useEffect(() => virtual.measure(), [rowPx]);
  useStillScroll(scroll, rows, rowPx);

  const lastSeen = virtual.getVirtualItems().at(-1)?.index ?? 0;
  const { onNearEnd } = props;
  const isNear = rows.length > 0 && lastSeen >= rows.length - NEAR;
  // biome-ignore lint/correctness/useExhaustiveDependencies: still near the end after a page has come means another one
  useEffect(() => {
    if (isNear) onNearEnd?.();
  }, [isNear, rows.length, onNearEnd]);

  const at = Math.max(
    0,
    rows.findIndex((row) => row.id === cursor),
  );
  const move = (index: number) => {
    const target = rows[Math.max(0, Math.min(rows.length - 1, index))];
    if (!target) return;
    props.onCursor(target.id);
    virtual.scrollToIndex(rows.indexOf(target), { align: 'auto' });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const page = Math.max(1, Math.floor((scroll.current?.clientHeight ?? rowPx) / rowPx) - 1);
    const present = cursor !== null && rows[at]?.id === cursor;
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
  const active = rows[at];
  return (
    <div
      className="grid"
      role="grid"
      aria-label={props.label}
      aria-rowcount={rows.length + 1}
      tabIndex={0}
      data-pane-focus
      aria-activedescendant={active ? `${base}-${active.id}` : undefined}
      onKeyDown={onKeyDown}
    >
      <div className={`gridHead ${props.columns}`} role="row" aria-rowindex={1}>
        {props.header.map((title) => (
          <span key={title} role="columnheader" className="clip">
            {title}
          </span>
        ))}
      </div>
      <div ref={scroll} className="gridBody" role="rowgroup">
        <div style={{ height: virtual.getTotalSize(), position: 'relative' }}>
          {virtual.getVirtualItems().map((item) => {
            const row = rows[item.index];
            if (!row) return null;
            return (
              <div
                key={item.key}
                id={`${base}-${row.id}`}
                role="row"
                aria-rowindex={item.index + 2}
                aria-selected={row.id === props.opened}
                className={`gridRow ${props.columns}`}
                data-cursor={row.id === cursor || undefined}
                style={{ transform: `translateY(${item.start}px)` }}
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

/** Rows that arrive above what is being read push it down on paper, not on the screen. */
function useStillScroll(
  scroll: { readonly current: HTMLDivElement | null },
  rows: readonly { readonly id: string }[],
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
    const now = rows.findIndex((row) => row.id === reading);
    if (now > -1 && now !== top) element.scrollTop += (now - top) * rowPx;
  }, [rows, rowPx, scroll]);
}
