import { useElementSize } from '@mantine/hooks';
import type { KeyboardEvent } from 'react';
import {
  type BrowseColumn,
  type BrowseOrder,
  nextOrder,
  USUAL_COLUMNS,
} from '../../src-shared/appeal/browse.ts';
import type { AppealLine } from '../../src-shared/appeal/queries.ts';
import { mayRun, useSession } from '../session/useSession.ts';
import { useSettings } from '../settings/useSettings.ts';
import { type GridHeading, VirtualGrid } from '../ui/VirtualGrid.tsx';
import { useTexts } from '../useTexts.ts';
import { AppealCell } from './AppealCell.tsx';
import { fitting, orderedBy, templateOf } from './appealColumns.ts';
import { type AppealSection, useAppeals } from './store.ts';

interface AppealTableProps {
  readonly section: AppealSection;
  readonly label: string;
  /** Undefined where a line is still to be fetched. */
  readonly lines: readonly (AppealLine | undefined)[];
  readonly columns?: readonly BrowseColumn[];
  /** How the lines are in order, and what a heading does about it; absent where their order is fixed. */
  readonly order?: { readonly now: BrowseOrder; readonly change: (order: BrowseOrder) => void };
  /** These places come into sight. */
  readonly onSight?: ((first: number, last: number) => void) | undefined;
  /** Gives everything the list shows to somebody; absent where it is not one question of one list. */
  readonly onMoveAll?: () => void;
}

/** Appeals, two lines each; M gives the one under the cursor to somebody, with Shift all of the list. Columns that do not fit are left away from the end. */
export function AppealTable({ section, label, lines, columns, order, onSight, onMoveAll }: AppealTableProps) {
  const { t } = useTexts();
  const { operator } = useSession();
  const { settings } = useSettings();
  const view = useAppeals((state) => state.views[section]);
  const { change, open, ask } = useAppeals.getState();
  const { ref, width } = useElementSize();
  const onKeyDown = (event: KeyboardEvent) => {
    const isPlain = !event.ctrlKey && !event.altKey && !event.metaKey;
    if (event.code !== 'KeyM' || !isPlain || !mayRun(operator.role, 'appeal.assign')) return;
    if (event.shiftKey) {
      if (onMoveAll === undefined) return;
      event.preventDefault();
      onMoveAll();
      return;
    }
    const line = lines.find((candidate) => candidate?.id === view.cursor);
    if (!line) return;
    event.preventDefault();
    const { id, number, topic, assignee } = line;
    ask({ kind: 'assign', appeal: id, number, topic, assignee });
  };
  const shown = fitting(columns ?? USUAL_COLUMNS, width / ((16 * settings.scale) / 100));
  const heading = (column: BrowseColumn): string | GridHeading => {
    const title = t(`appeal:column.${column}`);
    const by = orderedBy(column);
    if (order === undefined || by === null) return title;
    const ways = { [`${by}.up`]: 'ascending', [`${by}.down`]: 'descending' } as const;
    return {
      title,
      order: ways[order.now] ?? 'none',
      onPress: () => order.change(nextOrder(order.now, by)),
    };
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the key belongs to the grid inside
    <div ref={ref} className="listKeys" onKeyDown={onKeyDown}>
      <VirtualGrid
        label={label}
        rows={lines}
        columns="chosenColumns"
        template={templateOf(shown)}
        header={shown.map(heading)}
        renderRow={(line) =>
          shown.map((column) => <AppealCell key={column} line={line} column={column} shown={shown} />)
        }
        cursor={view.cursor}
        opened={view.opened}
        onCursor={(cursor) => change(section, { cursor })}
        onOpen={(id) => open(section, id)}
        onSight={onSight}
      />
    </div>
  );
}
