import { Checkbox, Textarea } from '@mantine/core';
import { useState } from 'react';
import { Verdict } from '../../src-shared/control/verdict.ts';
import { ChoiceRow } from '../ui/ChoiceRow.tsx';
import { PhoneLink } from '../ui/PhoneLink.tsx';
import { useTexts } from '../useTexts.ts';
import { ControlDialogFrame } from './ControlDialog.tsx';
import type { ControlDialog } from './openAct.ts';

/** Calling the applicant back about the answer: what to ask aloud, and what they say. */
export function VerdictDialog({ dialog }: { readonly dialog: ControlDialog }) {
  const { t } = useTexts();
  const { appeal, applicant, executions } = dialog.detail;
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const [goesOn, setGoesOn] = useState(false);
  const [note, setNote] = useState('');
  const isBack = verdict === 'no' || (verdict === 'partly' && goesOn);
  const isMissing = verdict === null || (isBack && note.trim() === '');
  const answer =
    appeal.closing?.answer ?? executions.flatMap(({ responses }) => responses).at(-1)?.text ?? '';
  return (
    <ControlDialogFrame
      title={t('control:verdict.title', { number: appeal.number })}
      confirm={t('control:verdict.confirm')}
      done={t(isBack ? 'control:verdict.back' : 'control:verdict.done', { number: appeal.number })}
      commands={() =>
        isMissing
          ? null
          : [
              {
                kind: 'appeal.verdict',
                payload: {
                  appeal: appeal.id,
                  verdict,
                  note: note.trim(),
                  goesOn: verdict === 'partly' && goesOn,
                },
              },
            ]
      }
    >
      {(tried) => (
        <>
          <PhoneLink phone={applicant?.phone ?? null} raw="" />
          <blockquote className="toSay">{t('control:verdict.say', { number: appeal.number })}</blockquote>
          {answer !== '' && <p className="recordText soft">{answer}</p>}
          <ChoiceRow
            label={t('control:verdict')}
            name="verdict"
            value={verdict}
            choices={Verdict.options.map((value) => ({ value, label: t(`control:verdict.${value}`) }))}
            error={tried && verdict === null ? t('control:verdict.missing') : undefined}
            onChange={setVerdict}
          />
          {verdict === 'partly' && (
            <Checkbox
              label={t('control:verdict.goesOn')}
              checked={goesOn}
              onChange={(event) => setGoesOn(event.currentTarget.checked)}
            />
          )}
          <Textarea
            label={t('control:note')}
            value={note}
            maxLength={2000}
            autosize
            minRows={2}
            error={tried && isBack && note.trim() === '' ? t('control:verdict.noteMissing') : undefined}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
        </>
      )}
    </ControlDialogFrame>
  );
}
