import type { PracticeLine } from '../../src-shared/practice/queries.ts';
import { useFormat } from '../ui/useFormat.ts';
import { type Translate, useTexts } from '../useTexts.ts';

type Told = NonNullable<PracticeLine['stations'][number]['result']>;

function secondsOf({ endedAt, arrivedAt }: Told): number {
  return Math.max(0, Math.round((Date.parse(arrivedAt) - Date.parse(endedAt)) / 1000));
}

/** What came of a practice in a sentence or two: whether everything has arrived, and who took longest. */
export function reportSentence(t: Translate, practice: PracticeLine): string {
  const told = practice.stations.flatMap(({ name, result }) => (result ? [{ name, result }] : []));
  const all = practice.stations.length;
  const first =
    told.length === all
      ? t('practice:report.allBack', { count: all })
      : t('practice:report.partly', { back: told.length, all });
  const slowest = [...told].sort((a, b) => secondsOf(b.result) - secondsOf(a.result))[0];
  if (slowest === undefined) return `${first}.`;
  const seconds = secondsOf(slowest.result);
  return `${first}. ${t('practice:report.slowest', { name: slowest.name, seconds })}.`;
}

/** What each workstation did while it practised; the same on the screen and on paper. */
export function ReportTable({ practice }: { readonly practice: PracticeLine }) {
  const { t } = useTexts();
  const format = useFormat();
  return (
    <table className="stationTable">
      <thead>
        <tr>
          <th scope="col">{t('practice:report.station')}</th>
          <th scope="col">{t('practice:report.time')}</th>
          <th scope="col">{t('practice:report.calls')}</th>
          <th scope="col">{t('practice:report.consultations')}</th>
          <th scope="col">{t('practice:report.appeals')}</th>
          <th scope="col">{t('practice:report.waiting')}</th>
          <th scope="col">{t('practice:report.setAside')}</th>
          <th scope="col">{t('practice:report.numbers')}</th>
          <th scope="col">{t('practice:report.arrived')}</th>
        </tr>
      </thead>
      <tbody>
        {practice.stations.map(({ workstation, name, result }) => (
          <tr key={workstation}>
            <th scope="row">{name}</th>
            {result ? (
              <>
                <td>
                  {format.time(result.beganAt)}–{format.time(result.endedAt)},{' '}
                  {t(`practice:end.${result.end}`)}
                </td>
                <td>{format.number(result.calls)}</td>
                <td>{format.number(result.consultations)}</td>
                <td>{format.number(result.appeals)}</td>
                <td>{format.number(result.waiting)}</td>
                <td>{format.number(result.setAside)}</td>
                <td>{format.number(result.numbersFree)}</td>
                <td>{t('practice:report.arrivedIn', { seconds: secondsOf(result) })}</td>
              </>
            ) : (
              <td colSpan={8}>{t('practice:report.notBack')}</td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
