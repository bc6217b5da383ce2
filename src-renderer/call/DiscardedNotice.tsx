import { Button } from '@mantine/core';
import { CommandKey } from '../frame/CommandKey.tsx';
import { useWindowCommand } from '../frame/windowCommands.ts';
import { NoticeBar } from '../ui/NoticeBar.tsx';
import { useFormat } from '../ui/useFormat.ts';
import { useTexts } from '../useTexts.ts';
import { bringBack } from './discard.ts';
import { useCalls } from './store.ts';

/** Between calls: the card discarded last, and the key that brings it back. */
export function DiscardedNotice() {
  const { t } = useTexts();
  const format = useFormat();
  const last = useCalls((state) => state.discarded.at(-1));
  useWindowCommand('discard', last === undefined ? null : () => bringBack(last.id));
  if (last === undefined) return null;
  return (
    <NoticeBar
      action={
        <Button
          size="compact-sm"
          variant="subtle"
          rightSection={<CommandKey command="discard" />}
          onClick={() => bringBack(last.id)}
        >
          {t('call:discard.undo')}
        </Button>
      }
    >
      {t('call:discard.done', { time: format.time(last.startedAt) })}
    </NoticeBar>
  );
}
