import { NoticeBar } from '../ui/NoticeBar.tsx';
import { useMinute } from '../ui/useMinute.ts';
import { useQuery } from '../useQuery.ts';
import { useTexts } from '../useTexts.ts';
import { unsentAge } from './unsentAge.ts';

/** Where work ends and the next begins: quiet until the oldest unsent record has passed the centre's limit. */
export function UnsentReminder() {
  const { t } = useTexts();
  const now = useMinute();
  const { value: status } = useQuery('sync.status', {}, { events: ['sync.changed'] });
  const age = status ? unsentAge(t, status, now) : null;
  if (age === null || age.tone === 'calm') return null;
  const key = age.tone === 'alarm' ? 'sync:reminderAlarm' : 'sync:reminder';
  return <NoticeBar tone="warn">{t(key, { age: age.words })}</NoticeBar>;
}
