import { Menu, UnstyledButton } from '@mantine/core';
import {
  IconChevronDown,
  IconClockFilled,
  IconCoffee,
  IconHeadset,
  IconPencil,
  IconPhoneCall,
  IconPower,
  IconSchool,
} from '@tabler/icons-react';
import { type KeyboardEvent, useRef } from 'react';
import { dutyLimitMs } from '../../src-shared/duty/limits.ts';
import { BreakReason, type DutyState, ExtensionReason } from '../../src-shared/duty/model.ts';
import { useWritten } from '../frame/useShortcuts.ts';
import { useWindowCommand } from '../frame/windowCommands.ts';
import { Kbd } from '../ui/Kbd.tsx';
import { Timer } from '../ui/Timer.tsx';
import { useNow } from '../ui/useNow.ts';
import { useTexts } from '../useTexts.ts';
import type { Spell } from './present.ts';
import { chooseDuty, extendDuty, useDuty } from './store.ts';
import './duty.css';

const ICONS: Readonly<Record<DutyState, typeof IconHeadset>> = {
  ready: IconHeadset,
  inCall: IconPhoneCall,
  wrapUp: IconPencil,
  break: IconCoffee,
  training: IconSchool,
  off: IconPower,
};

interface Choice {
  readonly id: string;
  readonly label: string;
  readonly state: DutyState;
  readonly run: () => void;
}

/** The operator's state with its time, and the choice of another: one key, then a digit. */
export function DutyMenu({ spell }: { readonly spell: Spell }) {
  const { t } = useTexts();
  const shown = useDuty((state) => state.menuShown);
  const written = useWritten('duty');
  const before = useRef<Element | null>(null);
  const dropdown = useRef<HTMLDivElement>(null);
  const show = (menuShown: boolean) => {
    if (menuShown) before.current = document.activeElement;
    useDuty.setState({ menuShown });
    // The caret goes back to where it was, which is the pad during a call.
    if (!menuShown && before.current instanceof HTMLElement) before.current.focus();
  };
  useWindowCommand('duty', () => show(!useDuty.getState().menuShown));
  const choices: Choice[] = [
    { id: 'ready', label: t('duty:state.ready'), state: 'ready', run: () => chooseDuty('ready') },
    ...BreakReason.options.map((reason) => ({
      id: reason,
      label: t(`duty:break.${reason}`),
      state: 'break' as const,
      run: () => chooseDuty('break', reason),
    })),
    { id: 'training', label: t('duty:state.training'), state: 'training', run: () => chooseDuty('training') },
  ];
  const isLimited = dutyLimitMs(spell.state, spell.reason, 0) !== null;
  const extensions: Choice[] = !isLimited
    ? []
    : ExtensionReason.options.map((reason) => ({
        id: reason,
        label: t(`duty:extend.${reason}`),
        state: spell.state,
        run: () => extendDuty(reason),
      }));
  const all = [...choices, ...extensions];
  const onKeyDown = (event: KeyboardEvent) => {
    const digit = /^(?:Digit|Numpad)(\d)$/.exec(event.code)?.[1];
    const choice = digit === undefined ? undefined : all[(Number(digit) + 9) % 10];
    if (choice === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    choice.run();
    show(false);
  };
  const item = (choice: Choice, index: number) => {
    const Icon = ICONS[choice.state];
    return (
      <Menu.Item
        key={choice.id}
        leftSection={<Icon size="1.125rem" stroke={1.75} aria-hidden />}
        rightSection={<Kbd>{String((index + 1) % 10)}</Kbd>}
        onClick={choice.run}
      >
        {choice.label}
      </Menu.Item>
    );
  };
  return (
    <Menu
      opened={shown}
      onChange={show}
      position="bottom-start"
      width="20rem"
      shadow="md"
      returnFocus={false}
      transitionProps={{ duration: 0 }}
      // A placeholder that takes the focus is no child a menu may have; the first choice takes it.
      withInitialFocusPlaceholder={false}
    >
      <Menu.Target>
        <UnstyledButton className="dutyButton" data-state={spell.state}>
          <span className="onlyHeard">{t('duty:menu')}</span>
          <SpellWords spell={spell} />
          <IconChevronDown size="1rem" stroke={1.75} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown ref={dropdown} onKeyDown={onKeyDown}>
        <Menu.Label>
          {t(spell.state === 'inCall' ? 'duty:menu.after' : 'duty:title')}{' '}
          <span aria-hidden>
            <Kbd>{written}</Kbd>
          </span>
        </Menu.Label>
        {choices.map(item)}
        {extensions.length > 0 && (
          <>
            <Menu.Divider />
            <Menu.Label>{t('duty:extend')}</Menu.Label>
            {extensions.map((choice, index) => item(choice, choices.length + index))}
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

function spellWords(t: ReturnType<typeof useTexts>['t'], { state, reason }: Spell): string {
  return reason === null ? t(`duty:state.${state}`) : t(`duty:break.${reason}`);
}

/** Word, time, and gently that it has lasted longer than usual: a filled clock and words, no colour alone. */
function SpellWords({ spell }: { readonly spell: Spell }) {
  const { t } = useTexts();
  const extensions = useDuty((state) => state.extensions);
  const limit = dutyLimitMs(spell.state, spell.reason, extensions);
  const now = useNow(limit !== null);
  const isOver = limit !== null && now - Date.parse(spell.since) > limit;
  const Icon = isOver ? IconClockFilled : ICONS[spell.state];
  return (
    <span
      className="lineState"
      data-talking={spell.state === 'inCall' || undefined}
      data-over={isOver || undefined}
    >
      <Icon size="1.25rem" stroke={1.75} aria-hidden />
      <span className="clip">{spellWords(t, spell)}</span>
      <Timer since={spell.since} />
      <span role="status" className="small dutyOver clip">
        {isOver ? t('duty:over', { minutes: Math.round(limit / 60_000) }) : ''}
      </span>
    </span>
  );
}
