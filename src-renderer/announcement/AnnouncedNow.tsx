import { Button } from '@mantine/core';
import { IconSpeakerphone } from '@tabler/icons-react';
import { useFormat } from '../ui/useFormat.ts';
import { useTexts } from '../useTexts.ts';
import { areasWords } from './areaWords.ts';
import { openAnnouncements } from './openAnnouncements.ts';
import { useAnnounced } from './useAnnounced.ts';
import './announcement.css';

/** Announcements shown between calls; the rest is one press away. */
const SHOWN = 3;

/** Between calls: what is announced now. */
export function AnnouncedNow() {
  const { t, i18n } = useTexts();
  const format = useFormat();
  const { lines = [] } = useAnnounced();
  const now = lines.filter(({ phase }) => phase === 'now');
  if (now.length === 0) return null;
  return (
    <section className="announcedNow" aria-label={t('announcement:now')}>
      <h2 className="small soft">{t('announcement:now')}</h2>
      <ul>
        {now.slice(0, SHOWN).map(({ announcement }) => (
          <li key={announcement.id}>
            <button
              type="button"
              className="announcedLine"
              onClick={() => openAnnouncements(announcement.id)}
            >
              <IconSpeakerphone size="1.125rem" stroke={1.75} aria-hidden />
              <span className="announcedWords">
                <span className="clip">{announcement.title}</span>
                <span className="clip small soft tabular">
                  {t('announcement:until.moment', { until: format.moment(announcement.until, Date.now()) })}
                  {' · '}
                  {areasWords(i18n, announcement.areas)}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
      {now.length > SHOWN && (
        <Button
          variant="subtle"
          size="compact-sm"
          style={{ alignSelf: 'flex-start' }}
          onClick={() => openAnnouncements(null)}
        >
          {t('announcement:more', { count: now.length - SHOWN })}
        </Button>
      )}
    </section>
  );
}
