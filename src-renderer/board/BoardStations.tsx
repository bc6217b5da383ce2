import { DEFAULT_LIMITS } from '../../src-shared/sync/unsent.ts';
import { countWords, oldestWords, stateWords, toneOf } from '../practice/stationWords.ts';
import { FailedState, LoadingState } from '../ui/StateView.tsx';
import { useFormat } from '../ui/useFormat.ts';
import { useMinute } from '../ui/useMinute.ts';
import { useQuery } from '../useQuery.ts';
import { useTexts } from '../useTexts.ts';

/** The workstations beside the people: what waits where, since when, and who was heard from last. */
export function BoardStations() {
  const { t } = useTexts();
  const format = useFormat();
  const now = useMinute();
  const { value: status } = useQuery('sync.status', {}, { events: ['sync.changed'] });
  const { value, problem, reload } = useQuery(
    'station.list',
    {},
    { records: ['workstation', 'practice'], events: ['sync.changed'] },
  );
  if (value === undefined)
    return problem ? <FailedState problem={problem} onRetry={reload} /> : <LoadingState rows={4} />;
  const limits = status?.limits ?? DEFAULT_LIMITS;
  return (
    <>
      <h2>{t('station:title')}</h2>
      {value.heardAt === null && <p className="small soft">{t('station:notHeard')}</p>}
      <ul>
        {value.stations
          .filter(({ active }) => active)
          .map((station) => (
            <li key={station.workstation}>
              <span className="boardStation">
                <strong className="clip">{station.name}</strong>
                <span className="small" data-tone={toneOf(station, limits, now)}>
                  {stateWords(t, station, limits, now, format.time)}
                </span>
              </span>
              <dl className="small">
                <dt>{t('station:waiting')}</dt>
                <dd>{countWords(t, format.number, station)}</dd>
                <dt>{t('station:oldest')}</dt>
                <dd>{oldestWords(t, station, now)}</dd>
                <dt>{t('station:seen')}</dt>
                <dd>{station.seenAt ? format.moment(station.seenAt, now) : t('station:unknown')}</dd>
              </dl>
            </li>
          ))}
      </ul>
    </>
  );
}
