import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useWindowCommand } from '../frame/windowCommands.ts';
import { useTexts } from '../useTexts.ts';
import { putPaperBack } from './acts.ts';
import type { OpenCall, PaperEntry } from './openCall.ts';
import { useCalls } from './store.ts';

interface PaperBackProps {
  readonly call: OpenCall;
  readonly paper: PaperEntry;
}

/** In the place of "how did it end": an entry from paper is no call, it is completed or the blank is put back. */
export function PaperBack({ call, paper }: PaperBackProps) {
  const { t } = useTexts();
  const confirm = useRef<HTMLButtonElement>(null);
  useEffect(() => confirm.current?.focus(), []);
  const back = () => {
    useCalls.setState({ ending: null });
    requestAnimationFrame(() => document.querySelector<HTMLElement>('.padText')?.focus());
  };
  useWindowCommand('back', back);
  return (
    <div className="cardBody">
      <h2>{t('paper:back.title')}</h2>
      <p>{t('paper:back.text', { number: paper.number })}</p>
      <Button ref={confirm} onClick={() => void putPaperBack(call)}>
        {t('paper:back.confirm')}
      </Button>
      <Button variant="subtle" onClick={back}>
        {t('call:end.back')}
      </Button>
    </div>
  );
}
