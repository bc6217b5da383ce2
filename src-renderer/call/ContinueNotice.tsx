import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { v7 as mint } from 'uuid';
import { recognisePhone } from '../../src-shared/applicant/phone.ts';
import type { OutputOf } from '../../src-shared/ipc/contract.ts';
import { CommandKey } from '../frame/CommandKey.tsx';
import { useWindowCommand } from '../frame/windowCommands.ts';
import { call as ask } from '../ipc.ts';
import { NoticeBar } from '../ui/NoticeBar.tsx';
import { useFormat } from '../ui/useFormat.ts';
import { useQuery } from '../useQuery.ts';
import { useTexts } from '../useTexts.ts';
import { keep } from './acts.ts';
import type { OpenCall } from './openCall.ts';
import { updateCall } from './store.ts';

type Earlier = NonNullable<OutputOf<'call.interrupted'>['earlier']>;

/** The caller was cut off a while ago, here or at another workstation: one key brings the notes of that call into this one. */
export function ContinueNotice({ call }: { readonly call: OpenCall }) {
  const { t } = useTexts();
  const format = useFormat();
  const phone = recognisePhone(call.phoneRaw)?.e164 ?? null;
  const [done, setDone] = useState(false);
  const asked = phone === null || call.paper !== null || done ? null : { call: call.id as never, phone };
  const { value } = useQuery('call.interrupted', asked, { records: ['call'] });
  const earlier = asked === null ? null : (value?.earlier ?? null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another number may be of somebody else who was cut off
  useEffect(() => setDone(false), [phone]);
  const take = async (from: Earlier) => {
    setDone(true);
    const commands = [{ kind: 'call.continue', payload: { call: call.id, earlier: from.id } }];
    const answer = await ask('command.submit', { action: mint(), commands, consumes: [] });
    if (!answer.ok) return;
    const head = t('call:continue.line', { time: format.time(from.startedAt), name: from.operatorName });
    keep(
      updateCall(call.id, (open) => ({
        ...open,
        lines: [
          { atMs: 0, text: head },
          ...from.notes.map(({ text }) => ({ atMs: 0, text })),
          { atMs: 0, text: '' },
          ...open.lines,
        ],
      })),
      'notes',
    );
  };
  useWindowCommand('continueCall', earlier === null ? null : () => void take(earlier));
  if (earlier === null) return null;
  return (
    <NoticeBar
      onClose={() => setDone(true)}
      action={
        <Button
          size="compact-sm"
          variant="light"
          rightSection={<CommandKey command="continueCall" />}
          onClick={() => void take(earlier)}
        >
          {t('call:continue.take')}
        </Button>
      }
    >
      {t('call:continue', { time: format.time(earlier.startedAt), name: earlier.operatorName })}
    </NoticeBar>
  );
}
