import { Button, Progress } from '@mantine/core';
import { topicName } from '../../src-shared/catalog/topic.ts';
import type { CalendarPreview } from '../../src-shared/term/queries.ts';
import { openAppeal } from '../frame/openAppeal.ts';
import { useLanguage } from '../settings/useSettings.ts';
import { NoticeBar } from '../ui/NoticeBar.tsx';
import { problemText } from '../ui/problemText.ts';
import { useFormat } from '../ui/useFormat.ts';
import { useTexts } from '../useTexts.ts';
import { recount, stopRecount, useRecounting } from './recounting.ts';

interface MovesProps {
  readonly preview: CalendarPreview;
  /** The calendar they are reckoned by is saved: they can be counted again. */
  readonly isSaved: boolean;
}

/** Which open appeals end on another day by this calendar: how many, which, and counting them again. */
export function Moves({ preview, isSaved }: MovesProps) {
  const { t, i18n } = useTexts();
  const format = useFormat();
  const language = useLanguage();
  const { running, problem, finished } = useRecounting();
  const { ids, examined, later, earlier, overdue, lines } = preview;
  const words = [
    t('calendar:moves.later', { count: later }),
    t('calendar:moves.earlier', { count: earlier }),
    ...(overdue > 0 ? [t('calendar:moves.overdue', { count: overdue })] : []),
  ];
  return (
    <section className="calendarMoves" aria-label={t('calendar:moves')}>
      {problem !== null && <NoticeBar tone="danger">{problemText(i18n, problem)}</NoticeBar>}
      {finished !== null && finished > 0 && running === null && (
        <p role="status">{t('calendar:moves.done', { count: finished })}</p>
      )}
      <p>
        {ids.length === 0
          ? t('calendar:moves.none', { count: examined })
          : t('calendar:moves.some', { count: ids.length, all: format.number(examined) })}
      </p>
      {ids.length > 0 && <p className="small">{words.join(' · ')}</p>}
      {running !== null && (
        <div>
          <Progress
            value={(100 * running.done) / running.total}
            aria-label={t('calendar:moves.progress', {
              done: format.number(running.done),
              total: format.number(running.total),
            })}
          />
          <p className="small tabular" role="status">
            {t('calendar:moves.progress', {
              done: format.number(running.done),
              total: format.number(running.total),
            })}
          </p>
          <Button variant="default" onClick={stopRecount}>
            {t('calendar:moves.stop')}
          </Button>
        </div>
      )}
      {isSaved && ids.length > 0 && running === null && (
        <Button onClick={() => void recount(ids)}>
          {t('calendar:moves.recount', { count: ids.length })}
        </Button>
      )}
      {lines.length > 0 && (
        <ul className="calendarList calendarMoved">
          {lines.map(({ id, number, topic, assigneeName, from, to }) => (
            <li key={id}>
              <button type="button" className="callerAct tabular" onClick={() => openAppeal('all', id)}>
                {number}
              </button>{' '}
              <span className="tabular">
                {t('calendar:moves.fromTo', { from: format.day(from), to: format.day(to) })}
              </span>
              <span className="small soft">
                {' '}
                {topicName(topic, language)}
                {assigneeName !== null && ` · ${assigneeName}`}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
