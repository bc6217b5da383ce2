import { Button, CloseButton } from '@mantine/core';
import {
  IconHelpCircle,
  IconPhoneCall,
  IconPhoneEnd,
  IconPhonePause,
  IconPhoneRinging,
} from '@tabler/icons-react';
import { useActiveCall } from '../call/store.ts';
import { CommandKey } from '../frame/CommandKey.tsx';
import { Timer } from '../ui/Timer.tsx';
import { useTexts } from '../useTexts.ts';
import { joinCard, settleCall, takeCall } from './acts.ts';
import { CallerName } from './CallerName.tsx';
import { MayBe } from './MayBe.tsx';
import { otherNumber } from './placing.ts';
import type { LineRowOf, RowKind } from './rows.ts';
import { recordOf, useLine } from './store.ts';

const ICONS = {
  ringing: IconPhoneRinging,
  answered: IconPhoneCall,
  held: IconPhonePause,
  doubtful: IconHelpCircle,
  unrecorded: IconPhoneEnd,
} as const satisfies Record<RowKind, unknown>;

/** One call of the line: who it is, what it waits for, and what can be done. */
export function LineRow({ row, hasKey }: { readonly row: LineRowOf; readonly hasKey: boolean }) {
  const { t } = useTexts();
  const { kind, call } = row;
  const active = useActiveCall();
  const Icon = ICONS[kind];
  const isSecond = kind === 'ringing' && active !== null;
  return (
    <div className="lineRow" data-kind={kind} role={kind === 'ringing' ? 'alert' : 'status'}>
      <Icon size="1.25rem" stroke={1.75} aria-hidden />
      <span className="lineWhat">
        {t(
          kind === 'ringing' && call.line.direction === 'out'
            ? 'telephony:row.dialling'
            : `telephony:row.${kind}`,
        )}
      </span>
      <CallerName number={otherNumber(call)} />
      <Timer since={sinceOf(row)} className="small" />
      {kind === 'ringing' && <MayBe number={otherNumber(call)} />}
      {isSecond && <span className="small soft">{t('telephony:row.second')}</span>}
      <span className="grow" />
      <RowActions row={row} hasKey={hasKey} />
    </div>
  );
}

/** Where the time of the line begins: the ring, the hold, or the talk. */
function sinceOf({ kind, call }: LineRowOf): string {
  if (kind === 'held') return call.heldSince ?? call.changedAt;
  if (kind === 'ringing') return call.ringing?.at ?? call.changedAt;
  return call.answered?.at ?? call.changedAt;
}

function RowActions({ row: { kind, call }, hasKey }: { readonly row: LineRowOf; readonly hasKey: boolean }) {
  const { t } = useTexts();
  const attached = useLine((state) => state.attached);
  const active = useActiveCall();
  const taken = useLine((state) => state.state?.calls.some((one) => recordOf(one, attached) === active?.id));
  const key = hasKey ? <CommandKey command="take" /> : undefined;
  const button = (text: string, act: () => void, isMain: boolean) => (
    <Button
      size="compact-sm"
      variant={isMain ? 'filled' : 'default'}
      onClick={act}
      // A press must not take the caret out of the notes.
      onMouseDown={(event) => event.preventDefault()}
      {...(isMain && key ? { rightSection: key } : {})}
    >
      {text}
    </Button>
  );
  switch (kind) {
    case 'ringing':
      return (
        <>
          {button(t('telephony:row.openCard'), () => takeCall(call), true)}
          <CloseButton
            aria-label={t('telephony:row.hide')}
            onClick={() => useLine.setState(({ hidden }) => ({ hidden: [...hidden, call.id] }))}
          />
        </>
      );
    case 'answered':
      return (
        <>
          {active !== null &&
            active.ended === null &&
            taken !== true &&
            button(t('telephony:row.thisCard'), () => joinCard(call, active), false)}
          {button(t('telephony:row.newCard'), () => takeCall(call), true)}
        </>
      );
    case 'held':
      return null;
    case 'doubtful':
      return (
        <>
          {button(t('telephony:row.stillTalking'), () => settleCall(call, 'talking'), false)}
          {button(t('telephony:row.ended'), () => settleCall(call, 'ended'), true)}
        </>
      );
    case 'unrecorded':
      return (
        <>
          {button(t('telephony:row.nothing'), () => settleCall(call, 'dismissed'), false)}
          {button(t('telephony:row.openCard'), () => takeCall(call), true)}
        </>
      );
  }
}
