import { useMemo, useState } from 'react';
import { EVERYTHING } from '../../src-shared/appeal/browse.ts';
import type { AppealLine } from '../../src-shared/appeal/queries.ts';
import { BoardParts } from '../board/BoardParts.tsx';
import { MovingLine } from '../board/MovingLine.tsx';
import { useMoving } from '../board/moving.ts';
import { useWindowCommand } from '../frame/windowCommands.ts';
import { useLanguage } from '../settings/useSettings.ts';
import { FilterChip, FilterChips } from '../ui/FilterChips.tsx';
import { NoticeBar } from '../ui/NoticeBar.tsx';
import { EmptyState, FailedState, LoadingState } from '../ui/StateView.tsx';
import { useFormat } from '../ui/useFormat.ts';
import { useQuery } from '../useQuery.ts';
import { type TextKey, useTexts } from '../useTexts.ts';
import { AppealFigure } from './AppealFigure.tsx';
import { AppealFilters } from './AppealFilters.tsx';
import { AppealRecord } from './AppealRecord.tsx';
import { AppealSearch } from './AppealSearch.tsx';
import { AppealTable } from './AppealTable.tsx';
import { ExportDialog } from './ExportDialog.tsx';
import { FoundAppeals } from './FoundAppeals.tsx';
import { ListMenu } from './ListMenu.tsx';
import { SavedViews } from './SavedViews.tsx';
import { type AppealSection, type ListView, useAppeals } from './store.ts';
import { useAppealBrowse } from './useAppealBrowse.ts';
import { useAppealFind } from './useAppealFind.ts';
import { useColumns } from './useColumns.ts';
import './appeal.css';
import '../ui/split.css';

/** Most lines one question brings; more is said in words. */
const LIMIT = 500;

/** A list of appeals with the chosen record beside it. The shift's board adds who has how much. */
export function AppealListPage({ section }: { readonly section: AppealSection }) {
  const { t } = useTexts();
  const format = useFormat();
  const view = useAppeals((state) => state.views[section]);
  const { change } = useAppeals.getState();
  const scope = section === 'board' ? (view.unassignedOnly ? 'unassigned' : 'all') : section;
  const isFull = section === 'all';
  const { urgentOnly, filter, order, figureBy } = view;
  const language = useLanguage();
  const columns = useColumns(view);
  const wanted = isFull ? { filter: { ...filter, urgentOnly }, order, language } : null;
  const browse = useAppealBrowse(wanted);
  const listed = useQuery('appeal.list', isFull ? null : { scope, urgentOnly, limit: LIMIT }, {
    records: ['appeal', 'operator'],
    events: ['sync.changed'],
  });
  const { problem, reload } = isFull ? browse : listed;
  const value = isFull ? undefined : listed.value;
  const lines = useMemo(() => {
    const all = value?.lines ?? [];
    return view.person === null ? all : all.filter((line) => line.assignee === view.person);
  }, [value, view.person]);
  const rows = isFull ? browse.rows : value && lines;
  useWindowCommand('back', focusGrid);
  const [text, setText] = useState('');
  const find = useAppealFind(text);
  const isFinding = text.trim() !== '';
  const [isExporting, setExporting] = useState(false);
  const counts = wanted !== null && figureBy !== null && !isFinding ? { wanted, by: figureBy } : null;
  const moveAll = () =>
    useMoving.setState({
      asked: { of: { filter: { ...filter, urgentOnly }, overdueOnly: false }, kind: 'list', name: '' },
    });
  const title = t(`appeal:list.${section}`);
  const cut = value !== undefined && value.total > value.lines.length;
  return (
    <div className="page">
      <header className="pageHead" data-pane>
        <h1>{title}</h1>
        {section === 'board' && <BoardParts />}
        {section === 'board' && (
          <FilterChips
            label={t('appeal:list.scope')}
            value={view.unassignedOnly ? 'unassigned' : 'all'}
            choices={[
              { value: 'unassigned', label: t('appeal:list.unassigned') },
              { value: 'all', label: t('appeal:list.everyone') },
            ]}
            onChange={(chosen) => change(section, { unassignedOnly: chosen === 'unassigned', person: null })}
          />
        )}
        <FilterChip
          label={t('appeal:list.urgentOnly')}
          pressed={view.urgentOnly}
          onPress={() => change(section, { urgentOnly: !view.urgentOnly })}
        />
        <AppealSearch text={text} onChange={setText} onAskCentre={find.askCentre} onLeave={focusGrid} />
        {rows !== undefined && !isFinding && (
          <span className="soft small push tabular" aria-live="polite">
            {isFull && browse.total === null
              ? t('appeal:browse.counting', { count: browse.found })
              : t('appeal:list.count', { count: isFull ? browse.found : value?.total })}
          </span>
        )}
        {isFull && <ListMenu view={view} onExport={() => setExporting(true)} onMoveAll={moveAll} />}
        {isFull && !isFinding && (
          <div className="listConditions">
            <AppealFilters view={view} />
            <SavedViews view={view} />
          </div>
        )}
      </header>
      {section !== 'mine' && <MovingLine />}
      {section === 'board' && !view.unassignedOnly && !isFinding && value && (
        <Workload
          lines={value.lines}
          person={view.person}
          onChange={(person) => change(section, { person })}
        />
      )}
      {cut && !isFinding && (
        <NoticeBar>
          {t('appeal:list.narrow', {
            shown: format.number(value.lines.length),
            total: format.number(value.total),
          })}
        </NoticeBar>
      )}
      {/* The full list takes all the room until a record is opened beside it. */}
      <div className="split" data-alone={(isFull && view.opened === null) || undefined}>
        <section className="pane listPane" data-pane aria-label={title}>
          {isFinding && <FoundAppeals section={section} find={find} text={text} />}
          {counts !== null && <AppealFigure {...counts} />}
          {!isFinding &&
            counts === null &&
            rows === undefined &&
            (problem ? <FailedState problem={problem} onRetry={reload} /> : <LoadingState rows={8} />)}
          {!isFinding && counts === null && rows?.length === 0 && (
            <EmptyState
              title={
                isFull && browse.total === null ? t('appeal:browse.looking') : t(emptyKey(section, view))
              }
            />
          )}
          {!isFinding && counts === null && rows !== undefined && rows.length > 0 && (
            <AppealTable
              section={section}
              label={title}
              lines={rows}
              {...(isFull && {
                columns,
                order: { now: order, change: (chosen) => change('all', { order: chosen }) },
                onSight: browse.look,
                onMoveAll: moveAll,
              })}
            />
          )}
        </section>
        {!(isFull && view.opened === null) && (
          <section className="pane recordPane" data-pane>
            <AppealRecord appeal={view.opened} />
          </section>
        )}
      </div>
      {isExporting && wanted !== null && (
        <ExportDialog wanted={wanted} total={browse.total} onClose={() => setExporting(false)} />
      )}
    </div>
  );
}

function focusGrid(): void {
  document.querySelector<HTMLElement>('[role=grid]')?.focus();
}

function emptyKey(section: AppealSection, view: ListView): TextKey {
  const isFiltered = view.filter !== EVERYTHING && section === 'all';
  if (isFiltered) return 'appeal:empty.filtered';
  if (view.urgentOnly) return 'appeal:empty.urgent';
  if (view.person !== null) return 'appeal:empty.person';
  if (section === 'mine') return 'appeal:empty.mine';
  return section === 'board' && view.unassignedOnly ? 'appeal:empty.unassigned' : 'appeal:empty.all';
}

interface WorkloadProps {
  readonly lines: readonly AppealLine[];
  readonly person: string | null;
  readonly onChange: (person: string | null) => void;
}

/** Value of the chip that shows everybody. */
const EVERYBODY = 'everybody';

/** How many appeals each operator has; a press shows only theirs. */
function Workload({ lines, person, onChange }: WorkloadProps) {
  const { t } = useTexts();
  const people = useMemo(() => {
    const counted = new Map<string, { label: string; count: number }>();
    for (const line of lines) {
      if (line.assignee === null) continue;
      const before = counted.get(line.assignee);
      counted.set(line.assignee, { label: line.assigneeName ?? '…', count: (before?.count ?? 0) + 1 });
    }
    return [...counted]
      .map(([value, entry]) => ({ value, ...entry }))
      .sort((a, b) => b.count - a.count || a.label.localeCompare(b.label, 'uk'));
  }, [lines]);
  return (
    <FilterChips
      label={t('appeal:people')}
      value={person ?? EVERYBODY}
      choices={[{ value: EVERYBODY, label: t('appeal:people.all'), count: lines.length }, ...people]}
      onChange={(chosen) => onChange(chosen === EVERYBODY ? null : chosen)}
    />
  );
}
