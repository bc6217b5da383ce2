import { Button } from '@mantine/core';
import { NoticeBar } from '../ui/NoticeBar.tsx';
import { problemText } from '../ui/problemText.ts';
import { useFormat } from '../ui/useFormat.ts';
import { useTexts } from '../useTexts.ts';
import { stopMoving, undoMoving, useMoving } from './moving.ts';

/** How far the moving of work has come, what it did, and the one way back. */
export function MovingLine() {
  const { t, i18n } = useTexts();
  const format = useFormat();
  const { running, last } = useMoving();
  if (running !== null) {
    const [done, total] = [format.number(running.done), format.number(running.total)];
    return (
      <NoticeBar
        action={
          <Button size="compact-sm" variant="default" onClick={stopMoving}>
            {t('board:moving.stop')}
          </Button>
        }
      >
        {t('board:moving.progress', { done, total })}
      </NoticeBar>
    );
  }
  if (last === null) return null;
  const { done, kept, problem, isUndo } = last;
  const words = [
    t(isUndo ? 'board:moving.undone' : 'board:moving.done', { count: done.length }),
    ...(kept.length > 0 ? [t('board:moving.kept', { count: kept.length })] : []),
    ...(problem === null ? [] : [problemText(i18n, problem)]),
  ];
  return (
    <NoticeBar
      tone={problem !== null ? 'danger' : kept.length > 0 ? 'warn' : 'calm'}
      onClose={() => useMoving.setState({ last: null })}
      action={
        !isUndo &&
        done.length > 0 && (
          <Button size="compact-sm" variant="light" onClick={() => void undoMoving()}>
            {t('board:moving.undo', { count: done.length })}
          </Button>
        )
      }
    >
      {words.join('. ')}
    </NoticeBar>
  );
}
