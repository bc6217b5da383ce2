import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { CallCode } from '../../src-shared/call/model.ts';
import { useWindowCommand } from '../frame/windowCommands.ts';
import { ChoiceRow } from '../ui/ChoiceRow.tsx';
import { NoticeBar } from '../ui/NoticeBar.tsx';
import { problemText } from '../ui/problemText.ts';
import { useTexts } from '../useTexts.ts';
import { endCall } from './acts.ts';
import type { OpenCall } from './openCall.ts';
import { useCalls } from './store.ts';
import { hasCardContent } from './submission.ts';

/** How a call ended that brought nothing to record. Beside the pad like the card; Esc leads back, nothing is lost. */
export function EndPanel({ call, resting }: { readonly call: OpenCall; readonly resting: boolean }) {
  const { t, i18n } = useTexts();
  const problem = useCalls((state) => state.problems[call.id] ?? null);
  const form = useRef<HTMLFormElement>(null);
  const [code, setCode] = useState<CallCode>('dropped');
  useEffect(() => {
    form.current?.querySelector<HTMLInputElement>('input:checked')?.focus();
  }, []);
  const back = () => {
    useCalls.setState({ ending: null });
    requestAnimationFrame(() => document.querySelector<HTMLElement>('.padText')?.focus());
  };
  const end = () => endCall(call, code);
  useWindowCommand('back', back);
  useWindowCommand('complete', end);
  return (
    <form
      ref={form}
      className="cardBody"
      onSubmit={(event) => {
        event.preventDefault();
        end();
      }}
    >
      <ChoiceRow
        label={t('call:end.title')}
        name={`code-${call.id}`}
        value={code}
        vertical
        disabled={resting}
        choices={CallCode.options.map((value) => ({ value, label: t(`call:outcome.${value}`) }))}
        hint={t('call:end.text')}
        onChange={setCode}
      />
      {hasCardContent(call) && <NoticeBar tone="warn">{t('call:end.cardLeft')}</NoticeBar>}
      {problem && <NoticeBar tone="danger">{problemText(i18n, problem)}</NoticeBar>}
      <Button type="submit" aria-busy={resting} aria-disabled={resting}>
        {t(resting ? 'call:completing' : 'call:end.confirm')}
      </Button>
      <Button variant="subtle" onClick={back}>
        {t('call:end.back')}
      </Button>
    </form>
  );
}
