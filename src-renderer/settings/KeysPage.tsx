import { Button } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import { chordOf, chordProblem, writtenChord } from '../frame/keyChoice.ts';
import { type Shortcut, shortcuts, type WindowCommand } from '../frame/shortcuts.ts';
import { useShortcuts } from '../frame/useShortcuts.ts';
import { Kbd } from '../ui/Kbd.tsx';
import { type TextKey, type Translate, useTexts } from '../useTexts.ts';
import { useSettings } from './useSettings.ts';

/** Esc stays what it is: it never discards and always leads back. */
const FIXED: readonly WindowCommand[] = ['back'];

/** What a command does, in words. */
function commandText(t: Translate, command: WindowCommand): string {
  const section = /^section(\d+)$/.exec(command)?.[1];
  return section === undefined ? t(`keys:${command}` as TextKey) : t('keys:section', { number: section });
}

/** Every key of the window: chosen anew by pressing it, turned off, or put back. */
export function KeysPage() {
  const { t } = useTexts();
  const { settings, change } = useSettings();
  const list = useShortcuts();
  const [asked, setAsked] = useState<WindowCommand | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const keep = (command: WindowCommand, chord: string | null) => {
    const { [command]: _before, ...rest } = settings.keys;
    change({ keys: chord === null ? rest : { ...rest, [command]: chord } });
    setAsked(null);
    setProblem(null);
  };
  const press = (command: WindowCommand, event: KeyboardEvent) => {
    if (event.code === 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
    if (event.code === 'Escape') {
      setAsked(null);
      setProblem(null);
      return;
    }
    if (event.code === 'Backspace') return keep(command, '');
    const chord = chordOf({
      code: event.code,
      ctrlKey: event.ctrlKey,
      altKey: event.altKey,
      shiftKey: event.shiftKey,
      metaKey: event.metaKey,
      isComposing: false,
      getModifierState: (key) => event.getModifierState(key as 'AltGraph'),
    });
    if (chord === null) return;
    const refused = chordProblem(chord, command, list);
    if (refused === null) return keep(command, chord);
    const by = refused.by === null ? '' : commandText(t, refused.by);
    setProblem(t(`settings:keys.${refused.problem}`, { keys: writtenChord(chord), by }));
  };
  const ask = (command: WindowCommand) => {
    setAsked(command);
    setProblem(null);
  };
  return (
    <div className="settingsPage">
      <p className="soft small">{t('settings:keys.hint')}</p>
      <ul className="keysList">
        {shortcuts
          .filter(({ command }) => !FIXED.includes(command))
          .map((usual) => (
            <KeyLine
              key={usual.command}
              text={commandText(t, usual.command)}
              usual={usual}
              inForce={list.find(({ command }) => command === usual.command) ?? usual}
              isChanged={settings.keys[usual.command] !== undefined}
              isAsked={asked === usual.command}
              problem={asked === usual.command ? problem : null}
              onAsk={() => ask(usual.command)}
              onLeave={() => setAsked((now) => (now === usual.command ? null : now))}
              onPress={(event) => press(usual.command, event)}
              onBack={() => keep(usual.command, null)}
            />
          ))}
      </ul>
    </div>
  );
}

interface KeyLineProps {
  readonly text: string;
  readonly usual: Shortcut;
  readonly inForce: Shortcut;
  readonly isChanged: boolean;
  readonly isAsked: boolean;
  readonly problem: string | null;
  readonly onAsk: () => void;
  readonly onLeave: () => void;
  readonly onPress: (event: KeyboardEvent) => void;
  readonly onBack: () => void;
}

function KeyLine({ text, usual, inForce, isChanged, isAsked, problem, ...on }: KeyLineProps) {
  const { t } = useTexts();
  return (
    <li className="keysLine">
      <span>
        {text}
        {problem !== null && (
          <span role="alert" className="keysProblem small">
            {problem}
          </span>
        )}
      </span>
      {isChanged && (
        <Button variant="subtle" size="compact-sm" onClick={on.onBack}>
          {usual.written === ''
            ? t('settings:keys.backToNone')
            : t('settings:keys.back', { keys: usual.written })}
        </Button>
      )}
      <button
        type="button"
        className="keysChoice"
        data-asked={isAsked || undefined}
        aria-label={t('settings:keys.choose', { what: text, keys: inForce.written })}
        onClick={on.onAsk}
        onBlur={on.onLeave}
        onKeyDown={isAsked ? on.onPress : undefined}
      >
        {isAsked ? (
          t('settings:keys.press')
        ) : inForce.written === '' ? (
          <span className="soft">{t('settings:keys.none')}</span>
        ) : (
          <Kbd>{inForce.written}</Kbd>
        )}
      </button>
    </li>
  );
}
