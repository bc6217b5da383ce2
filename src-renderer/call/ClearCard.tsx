import { Button } from '@mantine/core';
import { v7 as mint } from 'uuid';
import { NoticeBar } from '../ui/NoticeBar.tsx';
import { useTexts } from '../useTexts.ts';
import { changeAppeal } from './acts.ts';
import { broughtBack, clearedAppeal } from './clearedAppeal.ts';
import type { OpenCall } from './openCall.ts';
import { hasCardContent } from './submission.ts';

interface ClearCardProps {
  readonly call: OpenCall;
  readonly resting: boolean;
}

/** Gives the card up without a question; it is brought back by `ClearedNotice`, also after a restart. The notes stay. */
export function ClearCard({ call, resting }: ClearCardProps) {
  const { t } = useTexts();
  if (!hasCardContent(call)) return null;
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      style={{ alignSelf: 'flex-start' }}
      disabled={resting}
      onClick={() => changeAppeal(call.id, clearedAppeal(call.appeal, mint))}
    >
      {t('call:clearCard')}
    </Button>
  );
}

/** The way back to a card that was cleared. */
export function ClearedNotice({ call, resting }: ClearCardProps) {
  const { t } = useTexts();
  const before = broughtBack(call.appeal);
  if (before === null) return null;
  return (
    <NoticeBar
      action={
        <Button
          variant="subtle"
          size="compact-sm"
          disabled={resting}
          onClick={() => changeAppeal(call.id, before)}
        >
          {t('call:clearCard.undo')}
        </Button>
      }
    >
      {t('call:clearCard.done')}
    </NoticeBar>
  );
}
