import { Button, Progress } from '@mantine/core';
import { useState } from 'react';
import { v7 as mint } from 'uuid';
import type { Ending } from '../../src-shared/control/verdict.ts';
import type { Problem as Trouble } from '../../src-shared/ipc/envelope.ts';
import { ENDED_AT_ONCE, type ProblemAppeals } from '../../src-shared/problem/closing.ts';
import { EndingField, ResultField } from '../control/EndingFields.tsx';
import { call } from '../ipc.ts';
import { NoticeBar } from '../ui/NoticeBar.tsx';
import { problemText } from '../ui/problemText.ts';
import { useTexts } from '../useTexts.ts';

interface CloseAppealsProps {
  readonly appeals: ProblemAppeals;
  /** The one answer, told to everybody. */
  readonly answer: string;
}

/** Ends every appeal of an ended problem that no body owes an answer, by one command each; the others are named. */
export function CloseAppeals({ appeals, answer }: CloseAppealsProps) {
  const { t, i18n } = useTexts();
  const [result, setResult] = useState<string | null>(null);
  const [ending, setEnding] = useState<Ending | null>(null);
  const [tried, setTried] = useState(false);
  const [done, setDone] = useState<{ readonly count: number; readonly of: number } | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const { ready, owed, ended } = appeals;
  const close = async () => {
    setTried(true);
    if (result === null || ending === null || done !== null) return;
    setTrouble(null);
    const all = [...ready];
    for (let from = 0; from < all.length; from += ENDED_AT_ONCE) {
      setDone({ count: from, of: all.length });
      const commands = all.slice(from, from + ENDED_AT_ONCE).map(({ appeal, executions }) => ({
        kind: 'appeal.close',
        payload: { appeal, executions, result, ending, answer, response: null },
      }));
      const given = await call('command.submit', { action: mint(), commands, consumes: [] });
      if (!given.ok) {
        setTrouble(given.error);
        break;
      }
    }
    setDone(null);
  };
  return (
    <div className="problemEnd">
      {ended > 0 && <span className="soft">{t('massProblem:close.ended', { count: ended })}</span>}
      {owed.length > 0 && (
        <NoticeBar tone="warn">
          {t('massProblem:close.owed', { count: owed.length, numbers: owed.slice(0, 8).join(', ') })}
        </NoticeBar>
      )}
      {ready.length > 0 && (
        <>
          <ResultField value={result} tried={tried} onChange={setResult} />
          <EndingField value={ending} tried={tried} withPromise={false} onChange={setEnding} />
          {trouble && <NoticeBar tone="danger">{problemText(i18n, trouble)}</NoticeBar>}
          {done !== null && (
            <Progress value={(100 * done.count) / done.of} aria-label={t('massProblem:close.progress')} />
          )}
          <Button loading={done !== null} onClick={() => void close()}>
            {t('massProblem:close', { count: ready.length })}
          </Button>
        </>
      )}
    </div>
  );
}
