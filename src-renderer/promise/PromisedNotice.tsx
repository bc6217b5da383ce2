import { Button } from '@mantine/core';
import { useState } from 'react';
import { v7 as mint } from 'uuid';
import type { Problem } from '../../src-shared/ipc/envelope.ts';
import { call as ask } from '../ipc.ts';
import { NoticeBar } from '../ui/NoticeBar.tsx';
import { problemText } from '../ui/problemText.ts';
import { useFormat } from '../ui/useFormat.ts';
import { useQuery } from '../useQuery.ts';
import { useTexts } from '../useTexts.ts';

/** Whoever is calling was promised a call back: what was promised, so that it is kept now and nobody rings them again. */
export function PromisedNotice({ phone }: { readonly phone: string | null }) {
  const { t, i18n } = useTexts();
  const format = useFormat();
  const { value } = useQuery('promise.list', phone === null ? null : {}, { records: ['promise'] });
  const [problem, setProblem] = useState<Problem | null>(null);
  const owed = phone === null ? [] : (value?.open ?? []).filter(({ promise }) => promise.phone === phone);
  const keep = async (promise: string) => {
    const commands = [{ kind: 'promise.keep', payload: { promise } }];
    const answer = await ask('command.submit', { action: mint(), commands, consumes: [] });
    setProblem(answer.ok ? null : answer.error);
  };
  return (
    <>
      {owed.map(({ promise }) => (
        <NoticeBar
          key={promise.id}
          action={
            <Button size="compact-sm" variant="light" onClick={() => void keep(promise.id)}>
              {t('promise:notice.kept')}
            </Button>
          }
        >
          {t('promise:notice', { time: format.moment(promise.dueAt, Date.now()), what: promise.what || '–' })}
        </NoticeBar>
      ))}
      {problem && <NoticeBar tone="danger">{problemText(i18n, problem)}</NoticeBar>}
    </>
  );
}
