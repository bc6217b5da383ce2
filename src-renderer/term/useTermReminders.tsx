import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useEffect, useRef } from 'react';
import type { ReminderGroup, TermReminder } from '../../src-shared/term/queries.ts';
import { useControl } from '../control/store.ts';
import { useFrame } from '../frame/store.ts';
import { call } from '../ipc.ts';
import { useQuery } from '../useQuery.ts';
import { useTexts } from '../useTexts.ts';

/** How often it is looked for what has come up, in milliseconds: an appeal that fell due over night is told of soon after the opening. */
const LOOK_MS = 5 * 60_000;
/** A reminder is no hurry. */
const REST_MS = 2_000;
const TOAST = 'terms';

/** One message of everything that has come up, with its way on; the focus stays where it is. */
function ReminderWords({ groups }: { readonly groups: readonly ReminderGroup[] }) {
  const { t } = useTexts();
  return (
    <span className="toastLine">
      <span>
        {groups.map(({ kind, days, count }) => (
          <span key={`${kind}${days}`} className="reminderLine">
            {kind === 'before'
              ? t('term:remind.before', { count: days, appeals: count })
              : t(`term:remind.${kind}`, { count })}
          </span>
        ))}
      </span>
      <Button
        size="compact-sm"
        variant="light"
        onClick={() => {
          notifications.hide(TOAST);
          useControl.setState({ part: 'terms', scope: null, state: null });
          useFrame.getState().go('control');
        }}
      >
        {t('notice:open')}
      </Button>
    </span>
  );
}

/** Reminds the operator of terms: in the window, and by the system when they are elsewhere. Each thing once, in the centre's hours. */
export function useTermReminders(): void {
  const { t } = useTexts();
  const { value, reload } = useQuery(
    'term.reminder',
    {},
    { records: ['appeal', 'calendar'], restMs: REST_MS },
  );
  const told = useRef<string | null>(null);
  const reminder = value?.reminder ?? null;
  useEffect(() => {
    const timer = window.setInterval(reload, LOOK_MS);
    return () => window.clearInterval(timer);
  }, [reload]);
  useEffect(() => {
    if (reminder === null || told.current === reminder.key) return;
    told.current = reminder.key;
    notifications.show({
      id: TOAST,
      message: <ReminderWords groups={reminder.groups} />,
      autoClose: false,
      closeButtonProps: { 'aria-label': t('notice:hide') },
    });
    void call('notice.system', countsOf(reminder));
    void call('term.reminded', { key: reminder.key }).then((answer) => answer.ok && reload());
  }, [reminder, reload, t]);
}

/** How many appeals a reminder is about: all that leaves the window. */
function countsOf({ groups }: TermReminder): { overdue: number; today: number; before: number } {
  const of = (wanted: ReminderGroup['kind']) =>
    groups.filter(({ kind }) => kind === wanted).reduce((all, { count }) => all + count, 0);
  return { overdue: of('overdue'), today: of('today'), before: of('before') };
}
