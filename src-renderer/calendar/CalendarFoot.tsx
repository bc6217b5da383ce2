import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { Problem } from '../../src-shared/ipc/envelope.ts';
import type { CalendarNow, CalendarPreview } from '../../src-shared/term/queries.ts';
import type { CalendarContent } from '../../src-shared/term/workCalendar.ts';
import { useAct } from '../appeal/useAct.ts';
import { CommandKey } from '../frame/CommandKey.tsx';
import { useWindowCommand } from '../frame/windowCommands.ts';
import { call } from '../ipc.ts';
import { NoticeBar } from '../ui/NoticeBar.tsx';
import { problemText } from '../ui/problemText.ts';
import { useTexts } from '../useTexts.ts';
import { Moves } from './Moves.tsx';
import { useRecounting } from './recounting.ts';
import {
  type EditedCalendar,
  endCalendar,
  keepCalendar,
  useCalendarDraft,
  useCalendarEdit,
} from './store.ts';

/** What the changes would move, saving them, counting again, and going back to the calendar before. */
export function CalendarFoot({ now }: { readonly now: CalendarNow }) {
  const { t, i18n } = useTexts();
  const draft = useCalendarDraft();
  const former = useCalendarEdit((state) => state.former);
  const isRunning = useRecounting((state) => state.running !== null);
  const content = draft?.content ?? now.content;
  const { preview, problem } = usePreview(content, draft !== null, isRunning);
  const isBehind = draft !== null && draft.expected !== now.revision;
  return (
    <div className="calendarFoot">
      {problem !== null && <NoticeBar tone="danger">{problemText(i18n, problem)}</NoticeBar>}
      {isBehind && <NoticeBar tone="warn">{t('calendar:behind')}</NoticeBar>}
      {preview !== null && <Moves preview={preview} isSaved={draft === null} />}
      {draft !== null && (
        <SaveButtons key={draft.expected} now={now} draft={draft} mayBeSaved={problem === null} />
      )}
      {draft === null && former !== null && !isRunning && (
        <Button
          variant="subtle"
          onClick={() => {
            keepCalendar(null, { content: former, expected: now.revision });
            useCalendarEdit.setState({ former: null });
          }}
        >
          {t('calendar:bringBack')}
        </Button>
      )}
    </div>
  );
}

interface SaveButtonsProps {
  readonly now: CalendarNow;
  readonly draft: EditedCalendar;
  readonly mayBeSaved: boolean;
}

function SaveButtons({ now, draft, mayBeSaved }: SaveButtonsProps) {
  const { t, i18n } = useTexts();
  const { busy, problem, run } = useAct(() => {
    endCalendar(draft);
    useCalendarEdit.setState({ former: now.content });
  });
  const { content, expected } = draft;
  const isBehind = expected !== now.revision;
  const save = () => void run([{ kind: 'calendar.save', payload: { expected: now.revision, content } }]);
  useWindowCommand('complete', mayBeSaved && !busy ? save : null);
  return (
    <>
      {problem !== null && <NoticeBar tone="danger">{problemText(i18n, problem)}</NoticeBar>}
      <div className="calendarButtons">
        <Button
          disabled={busy || !mayBeSaved}
          rightSection={<CommandKey command="complete" />}
          onClick={save}
        >
          {t(isBehind ? 'calendar:saveOver' : 'calendar:save')}
        </Button>
        <Button variant="default" onClick={() => endCalendar(draft)}>
          {t('calendar:drop')}
        </Button>
      </div>
    </>
  );
}

/** After so long without a change the moves are looked for, in milliseconds. */
const PAUSE_MS = 400;

/** What a calendar would move, looked for once nothing has been changed for a moment. */
function usePreview(content: CalendarContent, isDraft: boolean, isRunning: boolean) {
  const [state, setState] = useState<{ preview: CalendarPreview | null; problem: Problem | null }>({
    preview: null,
    problem: null,
  });
  const key = JSON.stringify(content);
  useEffect(() => {
    if (isRunning) return undefined;
    let isHere = true;
    const timer = window.setTimeout(
      () => {
        void call('calendar.preview', { content: JSON.parse(key) as CalendarContent }).then((answer) => {
          if (!isHere) return;
          setState(
            answer.ok ? { preview: answer.value, problem: null } : { preview: null, problem: answer.error },
          );
        });
      },
      isDraft ? PAUSE_MS : 0,
    );
    return () => {
      isHere = false;
      window.clearTimeout(timer);
    };
  }, [key, isDraft, isRunning]);
  return state;
}
