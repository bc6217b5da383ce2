import { Button } from '@mantine/core';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { CallCode } from '../../src-shared/call/model.ts';
import { CommandKey } from '../frame/CommandKey.tsx';
import { useWindowCommand } from '../frame/windowCommands.ts';
import { Kbd } from '../ui/Kbd.tsx';
import { NoticeBar } from '../ui/NoticeBar.tsx';
import { problemText } from '../ui/problemText.ts';
import { useTexts } from '../useTexts.ts';
import { activateCall, changeTab, endCall } from './acts.ts';
import { discardCall, mayDiscard } from './discard.ts';
import { outcomeOffered } from './doneInCall.ts';
import { goOnTalking } from './hangUp.ts';
import { noMoreQuestions } from './nextQuestion.ts';
import type { OpenCall } from './openCall.ts';
import { promiseTo } from './promiseTo.ts';
import { useCalls } from './store.ts';
import './ending.css';

/**
 * The talk is over: how did it end? One digit ends a call that brought nothing to record. Beside the pad like the card; Esc leads back,
 * nothing is lost, and nobody has to answer before the next call.
 */
export function EndPanel({ call, resting }: { readonly call: OpenCall; readonly resting: boolean }) {
  const { t, i18n } = useTexts();
  const problem = useCalls((state) => state.problems[call.id] ?? null);
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Enter begins nothing that cannot be undone: a code is a digit, or is chosen first.
    (panel.current?.querySelector<HTMLElement>('[data-complete]') ?? panel.current)?.focus();
  }, []);
  const offered = outcomeOffered(call);
  const card = offered === 'appeal' || offered === 'consultation' ? offered : null;
  const back = () => {
    useCalls.setState({ ending: null });
    requestAnimationFrame(() => document.querySelector<HTMLElement>('.padText')?.focus());
  };
  useWindowCommand('back', back);
  const onKeyDown = (event: KeyboardEvent) => {
    const digit = /^(?:Digit|Numpad)(\d)$/.exec(event.code)?.[1];
    const code = digit === undefined ? undefined : CallCode.options[Number(digit) - 1];
    if (code !== undefined && !event.repeat && !event.ctrlKey && !event.altKey) {
      event.preventDefault();
      endCall(call, code);
      return;
    }
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const buttons = [...(panel.current?.querySelectorAll<HTMLElement>('button') ?? [])];
    const at = buttons.indexOf(document.activeElement as HTMLElement);
    buttons[
      at === -1 && step === -1 ? buttons.length - 1 : (at + step + buttons.length) % buttons.length
    ]?.focus();
  };
  return (
    <div
      ref={panel}
      className="cardBody endPanel"
      tabIndex={-1}
      aria-labelledby="end-title"
      role="group"
      onKeyDown={onKeyDown}
    >
      <h2 className="endTitle" id="end-title">
        {t('call:end.title')}
      </h2>
      {call.registered.length > 0 && (
        <Button data-complete onClick={() => noMoreQuestions(call)}>
          {t('call:noMoreQuestions')}
        </Button>
      )}
      {card !== null && (
        <Button
          data-complete
          onClick={() => changeTab(call.id, card)}
          rightSection={<CommandKey command={card} quiet />}
        >
          {t(`call:end.complete.${card}`)}
        </Button>
      )}
      <ul className="endCodes" aria-labelledby="end-title">
        {CallCode.options.map((code, index) => (
          <li key={code}>
            <button
              type="button"
              className="endCode"
              data-offered={(card === null && code === offered) || undefined}
              aria-disabled={resting}
              onClick={() => endCall(call, code)}
            >
              <Kbd>{String(index + 1)}</Kbd>
              <span>{t(`call:outcome.${code}`)}</span>
              {code === offered && <span className="small soft">{t('call:end.offered')}</span>}
            </button>
          </li>
        ))}
      </ul>
      <span className="small soft">{t('call:end.text')}</span>
      {card !== null && <NoticeBar tone="warn">{t('call:end.cardLeft')}</NoticeBar>}
      {problem && <NoticeBar tone="danger">{problemText(i18n, problem)}</NoticeBar>}
      <div className="endWays">
        <Button
          variant="default"
          onClick={() => activateCall(null)}
          rightSection={<CommandKey command="park" />}
        >
          {t('call:end.later')}
        </Button>
        <Button
          variant="default"
          onClick={() => promiseTo(call)}
          rightSection={<CommandKey command="promise" />}
        >
          {t('promise:make')}
        </Button>
        <Button variant="subtle" onClick={back} rightSection={<CommandKey command="back" />}>
          {t('call:end.back')}
        </Button>
        {call.ended?.source === 'operator' && (
          <Button
            variant="subtle"
            onClick={() => {
              goOnTalking(call.id);
              back();
            }}
          >
            {t('call:end.goesOn')}
          </Button>
        )}
        {mayDiscard(call) && (
          <Button
            variant="subtle"
            onClick={() => discardCall(call)}
            rightSection={<CommandKey command="discard" />}
          >
            {t('call:discard')}
          </Button>
        )}
      </div>
    </div>
  );
}
