import { type KeyboardEvent, useEffect } from 'react';
import type { AppealLine } from '../../src-shared/appeal/queries.ts';
import { districtName } from '../../src-shared/catalog/district.ts';
import { topicName } from '../../src-shared/catalog/topic.ts';
import { legalDay } from '../../src-shared/clock.ts';
import { DUE_STATES } from '../../src-shared/term/appealTerm.ts';
import { AppealRecord } from '../appeal/AppealRecord.tsx';
import { useAppeals } from '../appeal/store.ts';
import { ControlParts } from '../control/ControlParts.tsx';
import { TERM_SCOPES, useControl } from '../control/store.ts';
import { useWindowCommand } from '../frame/windowCommands.ts';
import { PriorityBadge } from '../priority/PriorityBadge.tsx';
import { mayRun, useSession } from '../session/useSession.ts';
import { useLanguage } from '../settings/useSettings.ts';
import { FilterChip, FilterChips } from '../ui/FilterChips.tsx';
import { DeliveryMark, StatusWord } from '../ui/Marks.tsx';
import { NoticeBar } from '../ui/NoticeBar.tsx';
import { EmptyState, FailedState, LoadingState } from '../ui/StateView.tsx';
import { useFormat } from '../ui/useFormat.ts';
import { useMinute } from '../ui/useMinute.ts';
import { VirtualGrid } from '../ui/VirtualGrid.tsx';
import { useQuery } from '../useQuery.ts';
import { useTexts } from '../useTexts.ts';
import { TermMark } from './TermMark.tsx';
import '../appeal/appeal.css';
import '../ui/split.css';
import './term.css';

/** Most lines shown; more is said in words. */
const LIMIT = 500;

/** Terms that run, by how near their end is: what is over first. */
export function TermsPage() {
  const { t } = useTexts();
  const format = useFormat();
  const { operator } = useSession();
  const { scope: chosen, state, cursor, opened } = useControl();
  const scope = chosen ?? (operator.role === 'operator' ? 'mine' : 'all');
  const today = legalDay(useMinute());
  const { value, problem, reload } = useQuery(
    'term.list',
    { scope, state, limit: LIMIT },
    { records: ['appeal', 'operator', 'calendar'], events: ['sync.changed'] },
  );
  // At midnight what was due today is overdue.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another day is asked anew
  useEffect(() => reload(), [today, reload]);
  const lines = value?.lines ?? [];
  const total = value === undefined ? 0 : state === null ? sum(value.counts) : (value.counts[state] ?? 0);
  useWindowCommand('back', focusGrid);
  const onKeyDown = (event: KeyboardEvent) => {
    const isPlain = !event.ctrlKey && !event.altKey && !event.metaKey && !event.shiftKey;
    if (event.code !== 'KeyM' || !isPlain || !mayRun(operator.role, 'appeal.assign')) return;
    const line = lines.find(({ id }) => id === cursor);
    if (!line) return;
    event.preventDefault();
    const { id, number, topic, assignee } = line;
    useAppeals.getState().ask({ kind: 'assign', appeal: id, number, topic, assignee });
  };
  return (
    <div className="page">
      <header className="pageHead" data-pane>
        <h1>{t('term:title')}</h1>
        <ControlParts />
        <FilterChips
          label={t('term:scope')}
          value={scope}
          choices={TERM_SCOPES.map((value) => ({ value, label: t(`term:scope.${value}`) }))}
          onChange={(next) => useControl.setState({ scope: next, cursor: null })}
        />
        <div className="chips termStates" role="group" aria-label={t('term:near')}>
          {DUE_STATES.map((one) => (
            <FilterChip
              key={one}
              label={t(`term:near.${one}`)}
              count={value?.counts[one]}
              pressed={state === one}
              onPress={() => useControl.setState({ state: state === one ? null : one })}
            />
          ))}
        </div>
      </header>
      {total > lines.length && lines.length > 0 && (
        <NoticeBar>
          {t('appeal:list.narrow', { shown: format.number(lines.length), total: format.number(total) })}
        </NoticeBar>
      )}
      <div className="split">
        <section className="pane listPane" data-pane aria-label={t('term:title')}>
          {value === undefined &&
            (problem ? <FailedState problem={problem} onRetry={reload} /> : <LoadingState rows={8} />)}
          {value !== undefined && lines.length === 0 && <EmptyState title={t('term:empty')} />}
          {lines.length > 0 && (
            // biome-ignore lint/a11y/noStaticElementInteractions: the key belongs to the grid inside
            <div className="listKeys" onKeyDown={onKeyDown}>
              <VirtualGrid
                label={t('term:title')}
                rows={lines}
                columns="termColumns"
                header={[t('appeal:column.due'), t('appeal:column.topic'), t('appeal:column.assignee')]}
                renderRow={(line) => <TermRow line={line} />}
                cursor={cursor}
                opened={opened}
                onCursor={(id) => useControl.setState({ cursor: id })}
                onOpen={(id) => useControl.setState({ opened: id, cursor: id })}
              />
            </div>
          )}
        </section>
        <section className="pane recordPane" data-pane>
          <AppealRecord appeal={opened} />
        </section>
      </div>
    </div>
  );
}

function TermRow({ line }: { readonly line: AppealLine }) {
  const { t } = useTexts();
  const format = useFormat();
  const language = useLanguage();
  const beside = [line.number, districtName(line.district, language), line.excerpt];
  return (
    <>
      <div role="gridcell" className="gridCell">
        <TermMark due={line.due} status={line.status} />
        <span className="clip small soft tabular">{format.day(line.due)}</span>
      </div>
      <div role="gridcell" className="gridCell">
        <span className="gridLine">
          <PriorityBadge level={line.priority} />
          <span className="clip">{topicName(line.topic, language)}</span>
        </span>
        <span className="clip small soft tabular">{beside.filter((part) => part !== '').join(' · ')}</span>
      </div>
      <div role="gridcell" className="gridCell">
        <span className={`clip ${line.assignee === null ? 'soft' : ''}`}>
          {line.assigneeName ?? t('appeal:nobody')}
        </span>
        {line.delivery === 'accepted' ? (
          <StatusWord status={line.status} />
        ) : (
          <DeliveryMark state={line.delivery} />
        )}
      </div>
    </>
  );
}

function sum(counts: Readonly<Partial<Record<string, number>>>): number {
  return Object.values(counts).reduce<number>((all, count) => all + (count ?? 0), 0);
}

function focusGrid(): void {
  document.querySelector<HTMLElement>('[role=grid]')?.focus();
}
