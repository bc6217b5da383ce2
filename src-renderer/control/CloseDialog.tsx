import { Textarea } from '@mantine/core';
import { useState } from 'react';
import type { Day } from '../../src-shared/clock.ts';
import type { Ending } from '../../src-shared/control/verdict.ts';
import { DayInput } from '../ui/DayInput.tsx';
import { useTexts } from '../useTexts.ts';
import { ControlDialogFrame } from './ControlDialog.tsx';
import { EndingField, ResultField } from './EndingFields.tsx';
import type { ControlDialog } from './openAct.ts';

/** The end of an appeal: what the classifier calls it, what it honestly was, and what the applicant is told. */
export function CloseDialog({ dialog }: { readonly dialog: ControlDialog }) {
  const { t } = useTexts();
  const { appeal, executions } = dialog.detail;
  // The main executor answers for all.
  const main = executions.find(({ role }) => role === 'main') ?? executions[0];
  const last = main?.responses.filter(({ isInterim }) => !isInterim).at(-1);
  const [result, setResult] = useState<string | null>(last?.result ?? null);
  const [ending, setEnding] = useState<Ending | null>(null);
  const [answer, setAnswer] = useState(last?.text ?? '');
  const [promisedFor, setPromisedFor] = useState<Day | null>(null);
  const isPromise = ending === 'promised';
  const isMissing =
    result === null || ending === null || answer.trim() === '' || (isPromise && promisedFor === null);
  return (
    <ControlDialogFrame
      title={t('control:close.title', { number: appeal.number })}
      confirm={t('control:close.confirm')}
      done={t('control:close.done', { number: appeal.number })}
      commands={() =>
        isMissing
          ? null
          : [
              {
                kind: 'appeal.close',
                payload: {
                  appeal: appeal.id,
                  executions: executions.map((part) => part.id),
                  result,
                  ending,
                  answer: answer.trim(),
                  response: last?.id ?? null,
                  ...(isPromise ? { promisedFor } : {}),
                },
              },
            ]
      }
    >
      {(tried) => (
        <>
          <ResultField value={result} tried={tried} onChange={setResult} />
          <EndingField value={ending} tried={tried} withPromise onChange={setEnding} />
          {isPromise && (
            <DayInput label={t('control:promisedFor')} value={promisedFor} onChange={setPromisedFor} />
          )}
          <Textarea
            label={t('control:close.answer')}
            value={answer}
            autosize
            minRows={4}
            maxRows={12}
            error={tried && answer.trim() === '' ? t('control:answer.missing') : undefined}
            onChange={(event) => setAnswer(event.currentTarget.value)}
          />
        </>
      )}
    </ControlDialogFrame>
  );
}
