import {
  IconAddressBook,
  IconArrowsExchange,
  IconBook,
  IconCalendarDue,
  IconDevicesPc,
  IconFiles,
  IconInbox,
  IconPhone,
  IconPhoneCheck,
  IconPhoneOutgoing,
  IconUsersGroup,
} from '@tabler/icons-react';
import { promiseDue } from '../../src-shared/promise/due.ts';
import { useCalls } from '../call/store.ts';
import { useSession } from '../session/useSession.ts';
import { useMinute } from '../ui/useMinute.ts';
import { useQuery } from '../useQuery.ts';
import { useTexts } from '../useTexts.ts';
import { type Section, useFrame } from './store.ts';

/** Counts of terms are no hurry: a registration must not wait for them. */
const REST_MS = 2_000;

const ICONS = {
  call: IconPhone,
  mine: IconInbox,
  all: IconFiles,
  calls: IconPhoneCheck,
  promises: IconPhoneOutgoing,
  applicants: IconAddressBook,
  knowledge: IconBook,
  control: IconCalendarDue,
  board: IconUsersGroup,
  attention: IconArrowsExchange,
  stations: IconDevicesPc,
} as const;

interface Badge {
  readonly count: number;
  readonly words: string;
  readonly meaning?: 'danger';
}

/** The sections a role may use: icon and word, badges with words for those who hear the screen. */
export function Rail({
  sections,
  notices,
}: {
  readonly sections: readonly Section[];
  readonly notices: number;
}) {
  const { t } = useTexts();
  const current = useFrame((state) => state.section);
  const go = useFrame((state) => state.go);
  const calls = useCalls((state) => state.calls.length);
  const { operator } = useSession();
  const { value: promises } = useQuery('promise.list', {}, { records: ['promise'] });
  const now = useMinute();
  const due = (promises?.open ?? []).filter(
    ({ promise: { owner, dueAt } }) =>
      (owner === null || owner === operator.id) && promiseDue(Date.parse(dueAt), now) !== 'later',
  ).length;
  const { value: terms } = useQuery(
    'term.list',
    { scope: 'mine', state: null, limit: 0 },
    { records: ['appeal', 'calendar'], restMs: REST_MS },
  );
  const late = terms?.counts.overdue ?? 0;
  const pressing = late + (terms?.counts.today ?? 0);
  const { value: status } = useQuery('sync.status', {}, { events: ['sync.changed'] });
  const badges: Partial<Record<Section, Badge>> = {
    call: { count: calls, words: t('frame:badge.calls', { count: calls }) },
    mine: { count: notices, words: t('frame:badge.notices', { count: notices }) },
    promises: { count: due, words: t('frame:badge.promises', { count: due }) },
    control: {
      count: pressing,
      words: t('frame:badge.terms', { count: pressing }),
      ...(late > 0 && { meaning: 'danger' as const }),
    },
    attention: {
      count: status?.attention ?? 0,
      words: t('frame:badge.attention', { count: status?.attention ?? 0 }),
      meaning: 'danger',
    },
  };
  return (
    <nav className="rail" aria-label={t('frame:rail')} data-pane>
      {sections.map((section) => {
        const Icon = ICONS[section];
        const badge = badges[section];
        return (
          <button
            key={section}
            type="button"
            className="railItem"
            data-section={section}
            aria-current={section === current ? 'page' : undefined}
            data-pane-focus={section === current || undefined}
            onClick={() => go(section)}
          >
            <Icon size="1.5rem" stroke={1.5} aria-hidden />
            <span>{t(`frame:section.${section}`)}</span>
            {badge && badge.count > 0 && (
              <span className="railBadge" data-meaning={badge.meaning}>
                <span aria-hidden>{badge.count}</span>
                <span className="onlyHeard">{badge.words}</span>
              </span>
            )}
          </button>
        );
      })}
    </nav>
  );
}
