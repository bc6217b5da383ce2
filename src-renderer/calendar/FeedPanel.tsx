import { Button, Checkbox, FileButton } from '@mantine/core';
import { useState } from 'react';
import { dayKind, offOf } from '../../src-shared/term/calendar.ts';
import { type FeedDay, feedDays } from '../../src-shared/term/feed.ts';
import { NoticeBar } from '../ui/NoticeBar.tsx';
import { useFormat } from '../ui/useFormat.ts';
import { useTexts } from '../useTexts.ts';
import { kindWords } from './kindWords.ts';
import { lookAt, withDay } from './store.ts';
import type { Edit } from './useEdit.ts';

/** Days out of a calendar file. They come switched off: no term moves until somebody confirms a day. */
export function FeedPanel({ edit: { content, change } }: { readonly edit: Edit }) {
  const { t, i18n } = useTexts();
  const format = useFormat();
  const [found, setFound] = useState<readonly FeedDay[] | null>(null);
  const read = (file: File | null) => {
    if (file === null) return;
    void file.text().then((text) => setFound(feedDays(text)));
  };
  return (
    <div className="calendarPanel">
      <p className="small">{t('calendar:feed.what')}</p>
      <FileButton accept=".ics,text/calendar" onChange={read}>
        {(props) => (
          <Button variant="default" {...props}>
            {t('calendar:feed.choose')}
          </Button>
        )}
      </FileButton>
      {found?.length === 0 && <NoticeBar tone="warn">{t('calendar:feed.nothing')}</NoticeBar>}
      <ul className="calendarList">
        {found?.map(({ day, summary }) => {
          const ordered = content.days.find((one) => one.day === day);
          const isTaken = ordered !== undefined && !ordered.isWorking;
          const isOffAnyway = !isTaken && offOf(dayKind(day, content)) !== null;
          return (
            <li key={day}>
              <Checkbox
                checked={isTaken}
                disabled={isOffAnyway}
                label={t('calendar:feed.day', { day: format.weekday(day), name: summary })}
                description={isOffAnyway ? kindWords(i18n, day, content) : undefined}
                onChange={(event) => {
                  lookAt(day);
                  const off = event.currentTarget.checked;
                  change(withDay(content, day, off ? { day, isWorking: false, reason: summary } : null));
                }}
              />
            </li>
          );
        })}
      </ul>
    </div>
  );
}
