import { Button } from '@mantine/core';
import type { AnnouncementLine } from '../../src-shared/announcement/queries.ts';
import { topicName } from '../../src-shared/catalog/topic.ts';
import { useAct } from '../appeal/useAct.ts';
import { mayRun, useSession } from '../session/useSession.ts';
import { useLanguage } from '../settings/useSettings.ts';
import { NoticeBar } from '../ui/NoticeBar.tsx';
import { problemText } from '../ui/problemText.ts';
import { useFormat } from '../ui/useFormat.ts';
import { useTexts } from '../useTexts.ts';
import { areaWords } from './areaWords.ts';
import { PhaseMark } from './PhaseMark.tsx';
import { editAnnouncement } from './store.ts';

/** One announcement to be read, and what a lead can do with it. */
export function AnnouncementRecord({ line }: { readonly line: AnnouncementLine }) {
  const { t, i18n } = useTexts();
  const format = useFormat();
  const language = useLanguage();
  const { operator } = useSession();
  const { announcement, phase, savedBy } = line;
  const now = Date.now();
  return (
    <article className="record">
      <h2>{announcement.title}</h2>
      <PhaseMark phase={phase} />
      {announcement.body !== '' && <p className="recordText">{announcement.body}</p>}
      <dl className="recordFacts">
        <dt>{t('announcement:when')}</dt>
        <dd>
          {t('announcement:times', {
            from: format.moment(announcement.from, now),
            until: format.moment(announcement.until, now),
          })}
        </dd>
        <dt>{t('announcement:where')}</dt>
        <dd>
          {announcement.areas.length === 0
            ? t('announcement:everywhere')
            : announcement.areas.map((area) => <div key={JSON.stringify(area)}>{areaWords(i18n, area)}</div>)}
        </dd>
        <dt>{t('knowledge:topics')}</dt>
        <dd>{announcement.topics.map((topic) => topicName(topic, language)).join(', ')}</dd>
        <dt>{t('announcement:told')}</dt>
        <dd>{t('announcement:tellings', { count: announcement.told })}</dd>
        <dt>{t('announcement:saved')}</dt>
        <dd>
          {[savedBy, format.moment(announcement.savedAt, now)].filter((part) => part !== '').join(', ')}
        </dd>
      </dl>
      {mayRun(operator.role, 'announcement.save') && <LeadActs line={line} />}
    </article>
  );
}

function LeadActs({ line: { announcement, phase } }: { readonly line: AnnouncementLine }) {
  const { t, i18n } = useTexts();
  const withdraw = useAct(() => undefined);
  const payload = { announcement: announcement.id, expected: announcement.version };
  const isStanding = phase === 'now' || phase === 'ahead';
  return (
    <>
      {withdraw.problem && <NoticeBar tone="danger">{problemText(i18n, withdraw.problem)}</NoticeBar>}
      <div className="recordActions">
        <Button onClick={() => editAnnouncement(announcement)}>
          {t(isStanding ? 'announcement:edit' : 'announcement:again')}
        </Button>
        {isStanding && (
          <Button
            variant="default"
            aria-busy={withdraw.busy}
            onClick={() => void withdraw.run([{ kind: 'announcement.withdraw', payload }])}
          >
            {t('announcement:withdraw')}
          </Button>
        )}
      </div>
    </>
  );
}
