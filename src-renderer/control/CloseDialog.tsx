import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { FACETS } from '../../src-shared/catalog/classifier.ts';
import type { Day } from '../../src-shared/clock.ts';
import { Ending } from '../../src-shared/control/verdict.ts';
import { useLanguage } from '../settings/useSettings.ts';
import { ChoiceRow } from '../ui/ChoiceRow.tsx';
import { DayInput } from '../ui/DayInput.tsx';
import { useTexts } from '../useTexts.ts';
import { ControlDialogFrame } from './ControlDialog.tsx';
import type { ControlDialog } from './openAct.ts';

/** The end of an appeal: what the classifier calls it, what it honestly was, and what the applicant is told. */
export function CloseDialog({ dialog }: { readonly dialog: ControlDialog }) {
  const { t } = useTexts();
  const language = useLanguage();
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
          <ChoiceRow
            label={t('control:result')}
            name="result"
            value={result}
            vertical
            choices={FACETS.result.map((item) => ({
              value: item.code,
              label: `${item.code} · ${item[language]}`,
            }))}
            error={tried && result === null ? t('control:result.missing') : undefined}
            onChange={setResult}
          />
          <ChoiceRow
            label={t('control:ending')}
            name="ending"
            value={ending}
            columns
            choices={Ending.options.map((value) => ({ value, label: t(`control:ending.${value}`) }))}
            error={tried && ending === null ? t('control:ending.missing') : undefined}
            onChange={setEnding}
          />
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
