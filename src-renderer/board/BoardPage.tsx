import { Button } from '@mantine/core';
import { type KeyboardEvent, useMemo } from 'react';
import { EVERYTHING } from '../../src-shared/appeal/browse.ts';
import type { BoardLive } from '../../src-shared/board/queries.ts';
import { AppealListPage } from '../appeal/AppealListPage.tsx';
import { useAppeals } from '../appeal/store.ts';
import { useControl } from '../control/store.ts';
import { fixedKeys } from '../frame/fixedKeys.ts';
import { useFrame } from '../frame/store.ts';
import { useWindowCommand } from '../frame/windowCommands.ts';
import { Kbd } from '../ui/Kbd.tsx';
import { EmptyState, FailedState, LoadingState } from '../ui/StateView.tsx';
import { VirtualGrid } from '../ui/VirtualGrid.tsx';
import { useTexts } from '../useTexts.ts';
import { BoardCells, type BoardRow, OVERDUE, UNASSIGNED } from './BoardCells.tsx';
import { BoardParts } from './BoardParts.tsx';
import { BoardStations } from './BoardStations.tsx';
import { MovingLine } from './MovingLine.tsx';
import { useMoving, type WorkAsked } from './moving.ts';
import { useBoard } from './store.ts';
import { useLiveBoard } from './useLiveBoard.ts';
import '../ui/split.css';
import './board.css';

/** The shift: who does what and has how much, or its appeals. */
export function BoardPage() {
  const part = useBoard((state) => state.part);
  return part === 'appeals' ? <AppealListPage section="board" /> : <LivePeople />;
}

/** Everybody of the shift with what lies with nobody and what is overdue above them; the workstations beside. */
function LivePeople() {
  const { t } = useTexts();
  const cursor = useBoard((state) => state.cursor);
  const { value, problem, reload } = useLiveBoard();
  const rows = useMemo(() => (value === undefined ? undefined : rowsOf(value)), [value]);
  useWindowCommand('back', () => document.querySelector<HTMLElement>('[role=grid]')?.focus());
  const row = rows?.find(({ id }) => id === cursor);
  const give = () => row && useMoving.setState({ asked: askedOf(row) });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.code !== 'KeyM' || event.ctrlKey || event.altKey || event.metaKey || row === undefined) return;
    event.preventDefault();
    give();
  };
  return (
    <div className="page">
      <header className="pageHead" data-pane>
        <h1>{t('appeal:list.board')}</h1>
        <BoardParts />
        <Button
          size="compact-md"
          variant="default"
          disabled={row === undefined || row.work.open === 0}
          rightSection={<Kbd>{fixedKeys.assign}</Kbd>}
          onClick={give}
        >
          {t('board:move.row')}
        </Button>
        {value && (
          <span className="soft small push tabular">
            {t('board:talking', { count: value.people.filter(({ state }) => state === 'talking').length })}
          </span>
        )}
      </header>
      <MovingLine />
      <div className="split">
        <section className="pane listPane" data-pane aria-label={t('board:part.people')}>
          {rows === undefined &&
            (problem ? <FailedState problem={problem} onRetry={reload} /> : <LoadingState rows={8} />)}
          {rows !== undefined && rows.length === 2 && <EmptyState title={t('board:empty')} />}
          {rows !== undefined && rows.length > 2 && (
            // biome-ignore lint/a11y/noStaticElementInteractions: the key belongs to the grid inside
            <div className="listKeys" onKeyDown={onKeyDown}>
              <VirtualGrid
                label={t('board:part.people')}
                rows={rows}
                columns="boardColumns"
                header={[
                  t('board:column.who'),
                  t('board:column.state'),
                  t('board:column.calls'),
                  t('board:column.open'),
                  t('board:column.terms'),
                ]}
                renderRow={(row) => <BoardCells row={row} />}
                cursor={cursor}
                opened={null}
                onCursor={(id) => useBoard.setState({ cursor: id })}
                onOpen={(id) => openWork(id)}
              />
            </div>
          )}
        </section>
        <section className="pane recordPane boardStations" data-pane aria-label={t('station:title')}>
          <BoardStations />
        </section>
      </div>
    </div>
  );
}

function rowsOf({ unassigned, overdue, people }: BoardLive): BoardRow[] {
  return [
    { id: UNASSIGNED, person: null, work: unassigned },
    { id: OVERDUE, person: null, work: overdue },
    ...people.map((person) => ({ id: person.operator, person, work: person.work })),
  ];
}

/** Which work a row stands for, when it is to be given to others. */
function askedOf({ id, person }: BoardRow): WorkAsked {
  const filter = { ...EVERYTHING, assignee: id === UNASSIGNED ? 'nobody' : (person?.operator ?? null) };
  const of = { filter, overdueOnly: id === OVERDUE };
  if (id === UNASSIGNED) return { of, kind: 'unassigned', name: '' };
  return id === OVERDUE
    ? { of, kind: 'overdue', name: '' }
    : { of, kind: 'person', name: person?.name ?? '' };
}

/** Shows the appeals of a row: overdue ones by their terms, the others in the full list, nearest terms first. */
function openWork(id: string): void {
  if (id === OVERDUE) {
    useControl.setState({ part: 'terms', scope: 'all', state: 'overdue', cursor: null });
    useFrame.getState().go('control');
    return;
  }
  const assignee = id === UNASSIGNED ? 'nobody' : id;
  useAppeals
    .getState()
    .change('all', { filter: { ...EVERYTHING, assignee }, urgentOnly: false, order: 'due.up' });
  useFrame.getState().go('all');
}
