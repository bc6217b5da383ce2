import { Button } from '@mantine/core';
import { useState } from 'react';
import { DEFAULT_LIMITS, type UnsentLimits } from '../../src-shared/sync/unsent.ts';
import type { StationLine } from '../../src-shared/workstation/queries.ts';
import { NoticeBar } from '../ui/NoticeBar.tsx';
import { EmptyState, FailedState, LoadingState } from '../ui/StateView.tsx';
import { useFormat } from '../ui/useFormat.ts';
import { useMinute } from '../ui/useMinute.ts';
import { useQuery } from '../useQuery.ts';
import { useTexts } from '../useTexts.ts';
import { BeginDialog } from './BeginDialog.tsx';
import { PracticeReports } from './PracticeReports.tsx';
import { countWords, oldestWords, stateWords, toneOf } from './stationWords.ts';
import './practice.css';

/** The machines of the region, for leads: who was heard from, what waits where, and practised outages. */
export function StationsPage() {
  const { t } = useTexts();
  const format = useFormat();
  const now = useMinute();
  const [beginning, setBeginning] = useState(false);
  const { value: status } = useQuery('sync.status', {}, { events: ['sync.changed'] });
  const { value, problem, reload } = useQuery(
    'station.list',
    {},
    { records: ['workstation', 'practice'], events: ['sync.changed'] },
  );
  return (
    <div className="page">
      <header className="pageHead" data-pane>
        <h1>{t('station:title')}</h1>
        {value?.heardAt && (
          <span className="soft small">{t('station:heard', { time: format.seconds(value.heardAt) })}</span>
        )}
        <span className="push" />
        <Button variant="default" onClick={reload}>
          {t('station:again')}
        </Button>
        <Button onClick={() => setBeginning(true)} disabled={!value || value.stations.length === 0}>
          {t('practice:begin')}…
        </Button>
      </header>
      {value && value.heardAt === null && <NoticeBar>{t('station:notHeard')}</NoticeBar>}
      <section className="pane stationsPane" data-pane aria-label={t('station:title')}>
        {!value && (problem ? <FailedState problem={problem} onRetry={reload} /> : <LoadingState />)}
        {value?.stations.length === 0 && <EmptyState title={t('station:empty')} />}
        {value && value.stations.length > 0 && (
          <div className="tableScroll">
            <StationTable stations={value.stations} limits={status?.limits ?? DEFAULT_LIMITS} now={now} />
          </div>
        )}
        <PracticeReports />
      </section>
      {beginning && value && <BeginDialog stations={value.stations} onClose={() => setBeginning(false)} />}
    </div>
  );
}

interface TableProps {
  readonly stations: readonly StationLine[];
  readonly limits: UnsentLimits;
  readonly now: number;
}

function StationTable({ stations, limits, now }: TableProps) {
  const { t } = useTexts();
  const format = useFormat();
  return (
    <table className="stationTable">
      <thead>
        <tr>
          <th scope="col">{t('station:name')}</th>
          <th scope="col">{t('station:state')}</th>
          <th scope="col">{t('station:waiting')}</th>
          <th scope="col">{t('station:oldest')}</th>
          <th scope="col">{t('station:seen')}</th>
        </tr>
      </thead>
      <tbody>
        {stations.map((station) => (
          <tr key={station.workstation}>
            <th scope="row">
              {station.name}
              {station.isSelf && <span className="soft"> · {t('station:self')}</span>}
            </th>
            <td data-tone={toneOf(station, limits, now)}>
              {stateWords(t, station, limits, now, format.time)}
            </td>
            <td>{countWords(t, format.number, station)}</td>
            <td>{oldestWords(t, station, now)}</td>
            <td>{station.seenAt ? format.moment(station.seenAt, now) : t('station:unknown')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
