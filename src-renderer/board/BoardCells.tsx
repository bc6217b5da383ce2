import {
  IconAlertTriangleFilled,
  IconClockFilled,
  IconCoffee,
  IconMoon,
  IconPencil,
  IconPhoneCall,
  IconUserOff,
} from '@tabler/icons-react';
import type { BoardPerson, OpenWork } from '../../src-shared/board/queries.ts';
import { Timer } from '../ui/Timer.tsx';
import { useFormat } from '../ui/useFormat.ts';
import { useTexts } from '../useTexts.ts';

/** Ids of the two rows above the people. */
export const UNASSIGNED = 'unassigned';
export const OVERDUE = 'overdue';

/** A row of the board: somebody, or what lies with nobody or over its term. */
export interface BoardRow {
  readonly id: string;
  readonly person: BoardPerson | null;
  readonly work: OpenWork;
}

const ICONS = { talking: IconPhoneCall, writing: IconPencil, free: IconCoffee, absent: IconMoon } as const;

/** One row: who, what they do and since when, calls today, open work, terms. */
export function BoardCells({ row: { id, person, work } }: { readonly row: BoardRow }) {
  const { t } = useTexts();
  const format = useFormat();
  return (
    <>
      <div role="gridcell" className="gridCell">
        {person === null ? (
          <span className="boardTop">
            {id === UNASSIGNED ? (
              <IconUserOff size="1rem" stroke={1.75} aria-hidden />
            ) : (
              <IconClockFilled size="1rem" aria-hidden />
            )}
            <strong className="clip">
              {t(id === UNASSIGNED ? 'board:row.unassigned' : 'board:row.overdue')}
            </strong>
          </span>
        ) : (
          <>
            <span className="clip">{person.name}</span>
            <span className="clip small soft">
              {person.active ? t(`role:${person.role}`) : t('board:inactive')}
            </span>
          </>
        )}
      </div>
      <div role="gridcell" className="gridCell">
        {person !== null && <StateWords person={person} />}
      </div>
      <div role="gridcell" className="gridCell tabular">
        {person !== null && format.number(person.callsToday)}
      </div>
      <div role="gridcell" className="gridCell tabular">
        <span>{format.number(work.open)}</span>
        {work.urgent > 0 && (
          <span className="mark small" data-meaning="danger">
            <IconAlertTriangleFilled size="0.875rem" aria-hidden />
            {t('board:move.urgent', { count: work.urgent })}
          </span>
        )}
      </div>
      <div role="gridcell" className="gridCell tabular">
        {id !== OVERDUE && work.overdue > 0 && (
          <span className="mark small" data-meaning="danger">
            <IconClockFilled size="0.875rem" aria-hidden />
            {t('board:move.overdue', { count: work.overdue })}
          </span>
        )}
        {work.near > 0 && <span className="clip small">{t('board:near', { count: work.near })}</span>}
      </div>
    </>
  );
}

/** A state in a shape and a word, and how long it has lasted. */
function StateWords({ person: { state, since } }: { readonly person: BoardPerson }) {
  const { t } = useTexts();
  const Icon = ICONS[state];
  return (
    <>
      <span className="mark small" data-state={state}>
        <Icon size="1rem" stroke={1.75} aria-hidden />
        {t(`board:state.${state}`)}
      </span>
      {since !== null && <Timer since={since} className="small soft" />}
    </>
  );
}
