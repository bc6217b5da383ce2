import { CloseButton, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useWindowCommand } from '../frame/windowCommands.ts';
import { useTexts } from '../useTexts.ts';

interface AppealSearchProps {
  readonly text: string;
  readonly onChange: (text: string) => void;
  /** Enter: the centre is wanted too. */
  readonly onAskCentre: () => void;
  /** Arrow down: into the list. */
  readonly onLeave: () => void;
}

/** The search field over the lists of appeals. Ctrl+F or / leads here from anywhere on the page. */
export function AppealSearch({ text, onChange, onAskCentre, onLeave }: AppealSearchProps) {
  const { t } = useTexts();
  const field = useRef<HTMLInputElement>(null);
  const focus = () => {
    field.current?.focus();
    field.current?.select();
  };
  useWindowCommand('search', focus);
  useSlash(focus);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') onAskCentre();
    else if (event.key === 'ArrowDown') onLeave();
    else if (event.key === 'Escape' && text !== '') onChange('');
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <TextInput
      ref={field}
      type="search"
      className="appealSearch"
      aria-label={t('appeal:search')}
      placeholder={t('appeal:search.placeholder')}
      leftSection={<IconSearch size="1rem" stroke={1.75} aria-hidden />}
      rightSection={
        text === '' ? null : (
          <CloseButton size="sm" aria-label={t('appeal:search.clear')} onClick={() => onChange('')} />
        )
      }
      value={text}
      maxLength={200}
      onChange={(event) => onChange(event.currentTarget.value)}
      onKeyDown={onKeyDown}
    />
  );
}

/** A slash typed anywhere but in a field: its key lies elsewhere in every layout, so the sign decides. */
function useSlash(focus: () => void): void {
  const latest = useRef(focus);
  latest.current = focus;
  useEffect(() => {
    const onKeyDown = (event: globalThis.KeyboardEvent) => {
      const isPlain = !event.ctrlKey && !event.altKey && !event.metaKey;
      if (event.key !== '/' || !isPlain || event.isComposing || isTyping(event.target)) return;
      if (document.querySelector('[role="dialog"]')) return;
      event.preventDefault();
      latest.current();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.matches('input, textarea, select') || target.isContentEditable)
  );
}
