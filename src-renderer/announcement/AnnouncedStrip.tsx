import { Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { IconSpeakerphone } from '@tabler/icons-react';
import { useState } from 'react';
import type { FoundAnnouncement } from '../../src-shared/announcement/queries.ts';
import { recognisePhone } from '../../src-shared/applicant/phone.ts';
import { notesText } from '../../src-shared/call/notes.ts';
import type { OpenCall } from '../call/openCall.ts';
import { useCalls } from '../call/store.ts';
import { CommandKey } from '../frame/CommandKey.tsx';
import { useWindowCommand } from '../frame/windowCommands.ts';
import { problemText } from '../ui/problemText.ts';
import { useFormat } from '../ui/useFormat.ts';
import { useQuery } from '../useQuery.ts';
import { useTexts } from '../useTexts.ts';
import { areasWords } from './areaWords.ts';
import { tellAnnounced, tellingEnds } from './tell.ts';
import { useAsTimePasses } from './useAnnounced.ts';
import './announcement.css';

/** Pause of typing after which the place is compared, in milliseconds. */
const PAUSE_MS = 250;
/** As much of the end of the notes as is looked through. */
const NOTES = 4000;

const NONE: readonly FoundAnnouncement[] = [];

/** Under the notes: what is announced for the caller's place, to be read out, and one key when it is said. Takes no focus. */
export function AnnouncedStrip({ call, resting }: { readonly call: OpenCall; readonly resting: boolean }) {
  const { t } = useTexts();
  const [asked] = useDebouncedValue(JSON.stringify(whatIsAsked(call)), PAUSE_MS);
  const { value, reload } = useQuery('announcement.at', call.paper === null ? JSON.parse(asked) : null, {
    records: ['announcement', 'street', 'applicant'],
  });
  useAsTimePasses(reload);
  const [chosen, choose] = useState<string | null>(null);
  const [told, setTold] = useState<readonly string[]>([]);
  const found = value?.found ?? NONE;
  const open = found.filter(({ announcement }) => !told.includes(announcement.id));
  const first = open.find(({ announcement }) => announcement.id === chosen) ?? open[0];
  if (first === undefined) return null;
  return (
    <section className="pane announcedPane" data-pane aria-label={t('announcement:found')}>
      <First
        key={first.announcement.id}
        call={call}
        found={first}
        resting={resting}
        onAside={() => setTold([...told, first.announcement.id])}
      />
      {open.length > 1 && (
        <div className="announcedOthers small">
          <span className="soft">{t('announcement:others')}</span>
          {open
            .filter((other) => other !== first)
            .map(({ announcement }) => (
              <button
                key={announcement.id}
                type="button"
                className="announcedOther clip"
                onClick={() => choose(announcement.id)}
              >
                {announcement.title}
              </button>
            ))}
        </div>
      )}
    </section>
  );
}

interface FirstProps {
  readonly call: OpenCall;
  readonly found: FoundAnnouncement;
  readonly resting: boolean;
  readonly onAside: () => void;
}

function First({ call, found: { announcement, fit, phase }, resting, onAside }: FirstProps) {
  const { t, i18n } = useTexts();
  const format = useFormat();
  const busy = useCalls((state) => state.busy === call.id);
  const close = { closeButtonProps: { 'aria-label': t('frame:close') } };
  const tell = () => {
    if (resting || busy) return;
    tellAnnounced(call, announcement, (refused) => {
      if (refused === null) onAside();
      const message = refused === null ? t('announcement:aside') : problemText(i18n, refused);
      notifications.show({ message, ...close });
    });
  };
  useWindowCommand('tellAnnounced', tell);
  const now = Date.now();
  const when =
    phase === 'ahead'
      ? t('announcement:times', {
          from: format.moment(announcement.from, now),
          until: format.moment(announcement.until, now),
        })
      : t('announcement:until.moment', { until: format.moment(announcement.until, now) });
  return (
    <>
      <div className="announcedHead" role="status">
        <IconSpeakerphone size="1.25rem" stroke={1.75} aria-hidden />
        <span>
          <b>{announcement.title}</b> <span className="small soft tabular">{when}</span>
        </span>
      </div>
      <p className="small soft announcedWhere">
        {fit === 'ask' && <span className="announcedAsk">{t('announcement:ask')} </span>}
        {fit === 'home' && `${t('announcement:home')} `}
        {areasWords(i18n, announcement.areas)}
      </p>
      {announcement.body !== '' && <p className="announcedSay">{announcement.body}</p>}
      <div className="announcedActs">
        <Button
          size="compact-md"
          onClick={tell}
          aria-busy={busy}
          aria-disabled={resting || busy}
          rightSection={<CommandKey command="tellAnnounced" quiet />}
        >
          {t('announcement:tell')}
        </Button>
        <span className="small soft">
          {t(tellingEnds(call) ? 'announcement:tell.ends' : 'announcement:tell.stays')}
        </span>
      </div>
    </>
  );
}

/** What of the call says whom and where it is about. */
function whatIsAsked({ tab, consultation, appeal, lines, phoneRaw }: OpenCall) {
  const phone = recognisePhone(phoneRaw)?.e164 ?? '';
  const { address, place, placeSame } = appeal;
  const notes = notesText(lines.slice(appeal.linesBefore)).slice(-NOTES);
  const mine = placeSame ? [address] : [place, address];
  if (tab === 'appeal') return { topic: appeal.topic, places: mine, notes, phone };
  const { topic, district } = consultation;
  // The district of a consultation says more than the address of the person who is calling, when it is another one.
  const near = mine.filter((one) => district === '' || one.district === '' || one.district === district);
  const places = district === '' ? near : [...near, { district, settlement: '', street: '' }];
  return { topic, places, notes, phone };
}
