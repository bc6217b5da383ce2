import { Button } from '@mantine/core';
import { useProblems } from '../problem/store.ts';
import { NoticeBar } from '../ui/NoticeBar.tsx';
import { useTexts } from '../useTexts.ts';
import { useApart } from './useApart.ts';

/** On the lead's board: that appeals about one thing were registered apart and wait for a word. */
export function ApartNotice() {
  const { t } = useTexts();
  const count = useApart()?.groups.length ?? 0;
  if (count === 0) return null;
  return (
    <NoticeBar
      action={
        <Button size="compact-sm" variant="subtle" onClick={() => useProblems.getState().show('list')}>
          {t('massProblem:apart.show')}
        </Button>
      }
    >
      {t('massProblem:apart.notice', { count })}
    </NoticeBar>
  );
}
