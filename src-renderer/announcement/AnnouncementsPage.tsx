import type { AnnouncementLine } from '../../src-shared/announcement/queries.ts';
import { PartPage } from '../knowledge/PartPage.tsx';
import { mayRun, useSession } from '../session/useSession.ts';
import { EmptyState, FailedState, LoadingState } from '../ui/StateView.tsx';
import { useFormat } from '../ui/useFormat.ts';
import { VirtualGrid } from '../ui/VirtualGrid.tsx';
import { useTexts } from '../useTexts.ts';
import { AnnouncementForm } from './AnnouncementForm.tsx';
import { AnnouncementRecord } from './AnnouncementRecord.tsx';
import { areasWords } from './areaWords.ts';
import { PhaseMark } from './PhaseMark.tsx';
import { takeBackAnnouncement, useAnnouncements, useEditedAnnouncement, writeAnnouncement } from './store.ts';
import { useAnnounced } from './useAnnounced.ts';
import './announcement.css';

/** What is announced: what holds now first, what is ahead, what is over. Leads write here. */
export function AnnouncementsPage() {
  const { t } = useTexts();
  const { operator } = useSession();
  const { cursor, opened, dropped } = useAnnouncements();
  const edited = useEditedAnnouncement();
  const { lines, problem, reload } = useAnnounced();
  const rows = lines?.map((line) => ({ id: line.announcement.id as string, line })) ?? [];
  const line = rows.find(({ id }) => id === opened)?.line;
  return (
    <PartPage
      labels={{ list: t('announcement:title'), record: t('announcement:one') }}
      isWriting={edited !== undefined}
      begin={
        mayRun(operator.role, 'announcement.save')
          ? { label: t('announcement:new'), act: () => writeAnnouncement(Date.now()) }
          : null
      }
      onTakeBack={dropped?.by === operator.id ? () => takeBackAnnouncement(dropped.edited) : null}
      list={
        <>
          {!lines &&
            (problem ? <FailedState problem={problem} onRetry={reload} /> : <LoadingState rows={6} />)}
          {lines?.length === 0 && <EmptyState title={t('announcement:empty')} />}
          {rows.length > 0 && (
            <VirtualGrid
              label={t('announcement:title')}
              rows={rows}
              columns="announcementColumns"
              header={[t('announcement:name'), t('announcement:when'), t('announcement:told')]}
              renderRow={(row) => <Row line={row.line} />}
              cursor={cursor}
              opened={opened}
              onCursor={(id) => useAnnouncements.setState({ cursor: id })}
              onOpen={(id) => useAnnouncements.setState({ opened: id })}
            />
          )}
        </>
      }
      record={
        edited ? (
          <AnnouncementForm
            key={edited.announcement}
            edited={edited}
            present={rows.find(({ id }) => id === edited.announcement)?.line.announcement}
          />
        ) : line ? (
          <AnnouncementRecord key={`${line.announcement.id}:${line.announcement.version}`} line={line} />
        ) : (
          <EmptyState title={t('announcement:choose')} />
        )
      }
    />
  );
}

function Row({ line: { announcement, phase } }: { readonly line: AnnouncementLine }) {
  const { t, i18n } = useTexts();
  const format = useFormat();
  const now = Date.now();
  return (
    <>
      <div role="gridcell" className="gridCell">
        <span className="clip">{announcement.title}</span>
        <span className="clip small soft">{areasWords(i18n, announcement.areas)}</span>
      </div>
      <div role="gridcell" className="gridCell">
        <PhaseMark phase={phase} />
        <span className="clip small soft tabular">
          {t('announcement:times', {
            from: format.moment(announcement.from, now),
            until: format.moment(announcement.until, now),
          })}
        </span>
      </div>
      <div role="gridcell" className="gridCell tabular">
        {format.number(announcement.told)}
      </div>
    </>
  );
}
