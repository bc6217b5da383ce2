import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { authorityName } from '../../src-shared/catalog/authority.ts';
import { type Day, legalDay } from '../../src-shared/clock.ts';
import { addDays } from '../../src-shared/term/calendar.ts';
import { useLanguage } from '../settings/useSettings.ts';
import { DayInput } from '../ui/DayInput.tsx';
import { useTexts } from '../useTexts.ts';
import { ControlDialogFrame } from './ControlDialog.tsx';
import type { ControlDialog } from './openAct.ts';

type Act = 'return' | 'notOurs' | 'recall' | 'remove' | 'reopen';

/** Days a body is given for another answer unless said otherwise. */
const REWORK_DAYS = 5;

/** Acts that need a reason and little else. */
export function ReasonDialog({ act, dialog }: { readonly act: Act; readonly dialog: ControlDialog }) {
  const { t } = useTexts();
  const language = useLanguage();
  const { detail } = dialog;
  const { id: appeal, number } = detail.appeal;
  const execution = 'execution' in dialog ? dialog.execution : null;
  const [reason, setReason] = useState('');
  const [due, setDue] = useState<Day | null>(() => addDays(legalDay(Date.now()), REWORK_DAYS));
  const name = execution === null ? '' : authorityName(execution.authority, language);
  const isFree = act === 'remove';
  const said = reason.trim();
  const commands = () => {
    if ((said === '' && !isFree) || (act === 'return' && due === null)) return null;
    const part = { appeal, execution: execution?.id, reason: said };
    const executions = detail.executions.map((one) => one.id);
    switch (act) {
      case 'return':
        return [{ kind: 'response.return', payload: { ...part, due } }];
      case 'notOurs':
        return [{ kind: 'execution.notOurs', payload: { ...part, executions } }];
      case 'recall':
        return [{ kind: 'execution.recall', payload: { ...part, executions } }];
      case 'remove':
        return [{ kind: 'appeal.removeFromControl', payload: { appeal, note: said } }];
      case 'reopen':
        return [{ kind: 'appeal.reopen', payload: { appeal, reason: said } }];
    }
  };
  return (
    <ControlDialogFrame
      title={t(`control:${act}.title`, { number, name })}
      confirm={t(`control:${act}.confirm`)}
      done={t(`control:${act}.done`, { number, name })}
      commands={commands}
    >
      {(tried) => (
        <>
          <Textarea
            label={t(isFree ? 'control:note' : 'control:reason')}
            value={reason}
            maxLength={isFree ? 1000 : 2000}
            autosize
            minRows={3}
            data-autofocus
            error={tried && said === '' && !isFree ? t('control:reason.missing') : undefined}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          {act === 'return' && <DayInput label={t('control:rework.due')} value={due} onChange={setDue} />}
        </>
      )}
    </ControlDialogFrame>
  );
}
