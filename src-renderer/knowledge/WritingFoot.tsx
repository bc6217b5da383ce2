import { Button } from '@mantine/core';
import type { Problem } from '../../src-shared/ipc/envelope.ts';
import { CommandKey } from '../frame/CommandKey.tsx';
import { NoticeBar } from '../ui/NoticeBar.tsx';
import { problemText } from '../ui/problemText.ts';
import { useTexts } from '../useTexts.ts';

interface WritingFootProps {
  readonly label: string;
  readonly busy: boolean;
  readonly problem: Problem | null;
  /** Somebody else changed it meanwhile: their words, and the way to put one's own in their place. Null when nobody did. */
  readonly changed: { readonly words: string; readonly over: string; readonly act: () => void } | null;
  readonly onSave: () => void;
  readonly onDrop: () => void;
}

/** Below what a lead writes: what stands in the way, and the two ways out. */
export function WritingFoot({ label, busy, problem, changed, onSave, onDrop }: WritingFootProps) {
  const { t, i18n } = useTexts();
  return (
    <>
      {changed && (
        <NoticeBar
          tone="warn"
          action={
            <Button size="compact-sm" variant="default" onClick={changed.act}>
              {changed.over}
            </Button>
          }
        >
          {changed.words}
        </NoticeBar>
      )}
      {problem && <NoticeBar tone="danger">{problemText(i18n, problem)}</NoticeBar>}
      <div className="recordActions">
        <Button onClick={onSave} aria-busy={busy} rightSection={<CommandKey command="complete" quiet />}>
          {label}
        </Button>
        <Button variant="default" onClick={onDrop}>
          {t('knowledge:doNotSave')}
        </Button>
      </div>
    </>
  );
}
