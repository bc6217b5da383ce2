import { Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Day } from '../../src-shared/clock.ts';
import { termOfAppeal } from '../../src-shared/term/appealTerm.ts';
import { termOf } from '../../src-shared/term/term.ts';
import { useCalendar } from '../calendar/useCalendar.ts';
import { DayInput } from '../ui/DayInput.tsx';
import { useFormat } from '../ui/useFormat.ts';
import { useTexts } from '../useTexts.ts';
import { ControlDialogFrame } from './ControlDialog.tsx';
import type { ControlDialog } from './openAct.ts';

/** A later end of the term: not without grounds, the head's decision, and word to the applicant. */
export function ExtendDialog({ dialog }: { readonly dialog: ControlDialog }) {
  const { t } = useTexts();
  const format = useFormat();
  const calendar = useCalendar();
  const { appeal } = dialog.detail;
  const term = termOfAppeal(appeal, calendar);
  const latest = termOf('appeal_extended_total', term.received, calendar).due;
  const [to, setTo] = useState<Day | null>(latest);
  const [reason, setReason] = useState('');
  const [decidedBy, setDecidedBy] = useState('');
  const [notice, setNotice] = useState('');
  const values = { reason: reason.trim(), decidedBy: decidedBy.trim(), notice: notice.trim() };
  const missing = (value: string, tried: boolean) =>
    tried && value.trim() === '' ? t('control:extend.missing') : undefined;
  return (
    <ControlDialogFrame
      title={t('control:extend.title', { number: appeal.number })}
      confirm={t('control:extend.confirm')}
      done={t('control:extend.done', { number: appeal.number })}
      commands={() =>
        to === null || Object.values(values).includes('')
          ? null
          : [{ kind: 'appeal.extendTerm', payload: { appeal: appeal.id, from: term.due, to, ...values } }]
      }
    >
      {(tried) => (
        <>
          <p className="soft">
            {t('control:extend.limits', { due: format.day(term.due), latest: format.day(latest) })}
          </p>
          <DayInput label={t('control:extend.to')} value={to} onChange={setTo} />
          <Textarea
            label={t('control:extend.reason')}
            value={reason}
            maxLength={2000}
            autosize
            minRows={2}
            error={missing(reason, tried)}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <TextInput
            label={t('control:decidedBy')}
            value={decidedBy}
            maxLength={200}
            error={missing(decidedBy, tried)}
            onChange={(event) => setDecidedBy(event.currentTarget.value)}
          />
          <TextInput
            label={t('control:notice')}
            description={t('control:notice.hint')}
            value={notice}
            maxLength={500}
            error={missing(notice, tried)}
            onChange={(event) => setNotice(event.currentTarget.value)}
          />
        </>
      )}
    </ControlDialogFrame>
  );
}
