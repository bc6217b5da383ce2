import { Checkbox, Textarea, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { v7 as mint } from 'uuid';
import { authorityName } from '../../src-shared/catalog/authority.ts';
import { type Day, legalDay } from '../../src-shared/clock.ts';
import { FormalSign } from '../../src-shared/control/model.ts';
import { useLanguage } from '../settings/useSettings.ts';
import { DayInput } from '../ui/DayInput.tsx';
import { NoticeBar } from '../ui/NoticeBar.tsx';
import { useTexts } from '../useTexts.ts';
import { ControlDialogFrame } from './ControlDialog.tsx';
import { ResultField } from './EndingFields.tsx';
import type { ControlDialog } from './openAct.ts';

/** So many signs of a formality and the lead is to look at it before the appeal ends. */
const DOUBTFUL = 2;

/** A body's answer as it came: text, day, outgoing number, result; and whether it says anything. */
export function ResponseDialog({
  dialog,
}: {
  readonly dialog: Extract<ControlDialog, { execution: unknown }>;
}) {
  const { t } = useTexts();
  const language = useLanguage();
  const { detail, execution } = dialog;
  const id = useRef(mint());
  const [receivedOn, setReceivedOn] = useState<Day | null>(() => legalDay(Date.now()));
  const [number, setNumber] = useState('');
  const [text, setText] = useState('');
  const [isInterim, setInterim] = useState(false);
  const [result, setResult] = useState<string | null>(null);
  const [signs, setSigns] = useState<readonly FormalSign[]>([]);
  const name = authorityName(execution.authority, language);
  const isMissing = receivedOn === null || text.trim() === '' || (!isInterim && result === null);
  const toggle = (sign: FormalSign) =>
    setSigns(signs.includes(sign) ? signs.filter((one) => one !== sign) : [...signs, sign]);
  return (
    <ControlDialogFrame
      title={t('control:response.title', { name })}
      confirm={t('control:response.confirm')}
      done={t('control:response.done', { number: detail.appeal.number, name })}
      commands={() =>
        isMissing
          ? null
          : [
              {
                kind: 'response.record',
                payload: {
                  appeal: detail.appeal.id,
                  execution: execution.id,
                  executions: detail.executions.map((part) => part.id),
                  response: {
                    id: id.current,
                    receivedOn,
                    number: number.trim(),
                    text: text.trim(),
                    isInterim,
                    result: isInterim ? null : result,
                    files: [],
                    signs: isInterim ? [] : signs,
                  },
                },
              },
            ]
      }
    >
      {(tried) => (
        <>
          <div className="fieldPair">
            <DayInput label={t('control:receivedOn')} value={receivedOn} onChange={setReceivedOn} />
            <TextInput
              label={t('control:number')}
              value={number}
              maxLength={60}
              onChange={(event) => setNumber(event.currentTarget.value)}
            />
          </div>
          <Textarea
            label={t('control:answer')}
            value={text}
            autosize
            minRows={4}
            maxRows={12}
            error={tried && text.trim() === '' ? t('control:answer.missing') : undefined}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <Checkbox
            label={t('control:response.interim')}
            checked={isInterim}
            onChange={(event) => setInterim(event.currentTarget.checked)}
          />
          {!isInterim && (
            <>
              <ResultField value={result} tried={tried} onChange={setResult} />
              <fieldset className="choiceRow">
                <legend>{t('control:signs')}</legend>
                {FormalSign.options.map((sign) => (
                  <Checkbox
                    key={sign}
                    label={t(`control:sign.${sign}`)}
                    checked={signs.includes(sign)}
                    onChange={() => toggle(sign)}
                  />
                ))}
              </fieldset>
              {signs.length >= DOUBTFUL && <NoticeBar tone="warn">{t('control:signs.doubtful')}</NoticeBar>}
            </>
          )}
        </>
      )}
    </ControlDialogFrame>
  );
}
