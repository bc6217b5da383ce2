import { Button, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Announcement } from '../../src-shared/announcement/model.ts';
import { topicName } from '../../src-shared/catalog/topic.ts';
import { useAct } from '../appeal/useAct.ts';
import { settling } from '../attention/settling.ts';
import { useCompleteKey } from '../frame/useCompleteKey.ts';
import { WritingFoot } from '../knowledge/WritingFoot.tsx';
import { useSession } from '../session/useSession.ts';
import { useLanguage } from '../settings/useSettings.ts';
import { TopicSelect } from '../ui/CatalogSelects.tsx';
import { ChosenChips } from '../ui/ChosenChips.tsx';
import { useTexts } from '../useTexts.ts';
import { AreaFields } from './AreaFields.tsx';
import { MomentFields } from './MomentFields.tsx';
import {
  announcementText,
  dropAnnouncement,
  type EditedAnnouncement,
  endAnnouncement,
  instantOf,
  keepAnnouncement,
  NO_AREA,
  useAnnouncements,
  type WrittenAnnouncement,
} from './store.ts';

/** Most places one announcement names. */
const MOST_AREAS = 50;

interface AnnouncementFormProps {
  readonly edited: EditedAnnouncement;
  /** The announcement as it stands now; undefined for a new one. */
  readonly present: Announcement | undefined;
}

/** A lead writes an announcement: what, where, until when. */
export function AnnouncementForm({ edited, present }: AnnouncementFormProps) {
  const { t } = useTexts();
  const language = useLanguage();
  const { operator } = useSession();
  const [tried, setTried] = useState(false);
  const { announcement, expected, text } = edited;
  const { busy, problem, run } = useAct(() => {
    endAnnouncement(edited);
    useAnnouncements.setState({ opened: announcement, cursor: announcement });
  });
  const change = (part: Partial<WrittenAnnouncement>) =>
    keepAnnouncement({ ...edited, text: { ...text, ...part } });
  const save = () => {
    setTried(true);
    const ready = announcementText(text);
    if (ready === null) return;
    void run([
      { kind: 'announcement.save', payload: { announcement, expected, text: ready } },
      ...(edited.settles === null ? [] : settling(edited.settles, 'sent_again')),
    ]);
  };
  const onKeyDown = useCompleteKey(save);
  const missingTime = (moment: WrittenAnnouncement['from']) =>
    tried && instantOf(moment) === null ? t('announcement:timeNeeded') : undefined;
  return (
    <form
      className="record"
      aria-label={t('announcement:writing')}
      onKeyDown={onKeyDown}
      onSubmit={(event) => event.preventDefault()}
    >
      <TextInput
        label={t('announcement:name')}
        placeholder={t('announcement:name.example')}
        value={text.title}
        error={tried && text.title.trim() === '' ? t('knowledge:required') : undefined}
        maxLength={200}
        data-autofocus
        autoFocus
        onChange={(event) => change({ title: event.currentTarget.value })}
      />
      <Textarea
        label={t('announcement:body')}
        value={text.body}
        maxLength={4000}
        autosize
        minRows={2}
        maxRows={8}
        onChange={(event) => change({ body: event.currentTarget.value })}
      />
      <TopicSelect
        label={t('knowledge:topics')}
        value=""
        error={tried && text.topics.length === 0 ? t('announcement:topicNeeded') : undefined}
        onChange={(topic) => topic !== '' && change({ topics: [...new Set([...text.topics, topic])] })}
      />
      <ChosenChips
        values={text.topics}
        name={(topic) => topicName(topic, language)}
        onChange={(topics) => change({ topics })}
      />
      <MomentFields
        label={t('announcement:from')}
        time={t('announcement:from.time')}
        value={text.from}
        error={missingTime(text.from)}
        onChange={(from) => change({ from })}
      />
      <MomentFields
        label={t('announcement:until')}
        time={t('announcement:until.time')}
        value={text.until}
        error={missingTime(text.until)}
        onChange={(until) => change({ until })}
      />
      {text.areas.map((area, at) => (
        <AreaFields
          // biome-ignore lint/suspicious/noArrayIndexKey: a place is its place in the list
          key={at}
          area={area}
          number={at + 1}
          onChange={(changed) =>
            change({ areas: text.areas.map((other, index) => (index === at ? changed : other)) })
          }
          onRemove={
            text.areas.length > 1
              ? () => change({ areas: text.areas.filter((_, index) => index !== at) })
              : null
          }
        />
      ))}
      {text.areas.length < MOST_AREAS && (
        <Button
          variant="default"
          size="compact-md"
          className="addArea"
          onClick={() => change({ areas: [...text.areas, NO_AREA] })}
        >
          {t('announcement:addPlace')}
        </Button>
      )}
      <WritingFoot
        label={t('announcement:save')}
        busy={busy}
        problem={problem}
        changed={
          present !== undefined && present.version !== expected
            ? {
                words: t('announcement:changed', { title: present.title }),
                over: t('announcement:changed.over'),
                act: () => keepAnnouncement({ ...edited, expected: present.version }),
              }
            : null
        }
        onSave={save}
        onDrop={() => dropAnnouncement(edited, operator.id)}
      />
    </form>
  );
}
