import { Button, TextInput } from '@mantine/core';
import { useCallback, useRef } from 'react';
import { recognisePhone } from '../../src-shared/applicant/phone.ts';
import { CallerWho, focusFirst } from '../applicant/CallerWho.tsx';
import { CommandKey } from '../frame/CommandKey.tsx';
import { useWindowCommand } from '../frame/windowCommands.ts';
import { Timer } from '../ui/Timer.tsx';
import { useFormat } from '../ui/useFormat.ts';
import { useTexts } from '../useTexts.ts';
import { activateCall, changePhone, drafts } from './acts.ts';
import { discardCall, mayDiscard } from './discard.ts';
import { hangUp } from './hangUp.ts';
import type { OpenCall } from './openCall.ts';
import { useCalls } from './store.ts';

/** Who is calling: the number in any form, recognised as it is typed, and how long the call lasts. */
export function CallerPane({ call, resting }: { readonly call: OpenCall; readonly resting: boolean }) {
  const { t } = useTexts();
  const format = useFormat();
  const input = useRef<HTMLInputElement>(null);
  // F3: to who may be calling, once more to the number itself.
  const focus = useCallback(() => {
    if (focusFirst()) return;
    input.current?.focus();
    input.current?.select();
  }, []);
  useWindowCommand('caller', focus);
  const park = () => activateCall(null);
  const end = () => {
    hangUp(call.id);
    useCalls.setState({ ending: call.id });
  };
  useWindowCommand('park', park);
  useWindowCommand('end', end);
  useWindowCommand('discard', mayDiscard(call) && !resting ? () => discardCall(call) : null);
  const recognised = recognisePhone(call.phoneRaw);
  const words =
    call.phoneRaw.trim() === ''
      ? t('call:phone.unknown')
      : recognised
        ? t('call:phone.recognised', { phone: recognised.display })
        : t('call:phone.kept');
  return (
    <section className="pane callerPane" data-pane aria-label={t('call:caller')}>
      <div className="callerTime">
        {call.paper ? (
          <strong className="tabular">
            {t('paper:entering', {
              number: call.paper.number,
              time: format.moment(call.paper.takenAt, Date.now()),
            })}
          </strong>
        ) : (
          <>
            <Timer since={call.startedAt} until={call.ended?.at} className="bigTimer" />
            <span className="small soft tabular">
              {t('call:call', { time: format.time(call.startedAt) })}
            </span>
          </>
        )}
      </div>
      <TextInput
        ref={input}
        className="phoneField callerPhone"
        data-pane-focus
        label={
          <>
            {t('call:phone')} <CommandKey command="caller" />
          </>
        }
        aria-label={t('call:phone')}
        description={<span aria-live="polite">{words}</span>}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        placeholder={t('call:phone.hint')}
        value={call.phoneRaw}
        readOnly={resting}
        maxLength={80}
        autoComplete="off"
        onChange={(event) => changePhone(call.id, event.currentTarget.value)}
        onBlur={() => drafts.flush()}
      />
      <div className="callerActions">
        <Button variant="default" onClick={park} rightSection={<CommandKey command="park" />}>
          {t(call.paper ? 'paper:park' : 'call:park')}
        </Button>
        <Button variant="default" onClick={end} rightSection={<CommandKey command="end" />}>
          {t(call.paper ? 'paper:back.confirm' : 'call:end')}
        </Button>
      </div>
      <CallerWho call={call} resting={resting} />
    </section>
  );
}
