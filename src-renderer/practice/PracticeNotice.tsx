import { Button } from '@mantine/core';
import { call } from '../ipc.ts';
import { NoticeBar } from '../ui/NoticeBar.tsx';
import { useFormat } from '../ui/useFormat.ts';
import { useQuery } from '../useQuery.ts';
import { useTexts } from '../useTexts.ts';

/** While this workstation practises an outage: until when, and the way out for a call that cannot wait. */
export function PracticeNotice() {
  const { t } = useTexts();
  const format = useFormat();
  const { value: status } = useQuery('sync.status', {}, { events: ['sync.changed'] });
  if (!status || status.practiceUntil === null) return null;
  return (
    <NoticeBar
      tone="warn"
      action={
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => void call('practice.leave', {})}
          data-testid="practice-leave"
        >
          {t('practice:leave')}
        </Button>
      }
    >
      {t('practice:banner', { time: format.time(status.practiceUntil) })}
    </NoticeBar>
  );
}
