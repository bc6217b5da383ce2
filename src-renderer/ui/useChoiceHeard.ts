import type { ComboboxStore } from '@mantine/core';
import { useState } from 'react';

/** What assistive software is told of a field with a list of choices, and the way to tell it that the list stands on another one. */
export interface ChoiceHeard {
  /** For `Combobox.Target` and its field, in place of the library's own attributes. */
  readonly attributes: Readonly<Record<string, unknown>>;
  /** To be called after whatever may have moved the mark in the list. */
  readonly look: () => void;
}

/**
 * The field says on which choice its list stands, also when typing moved the mark: the library says it after arrow keys alone, and somebody
 * who does not see the list would take by Enter what they never heard.
 */
export function useChoiceHeard(combobox: ComboboxStore): ChoiceHeard {
  const [choice, setChoice] = useState<string | undefined>(undefined);
  const { dropdownOpened: isOpen, listId } = combobox;
  const look = () =>
    // The mark is moved in the page itself, after the event.
    queueMicrotask(() => {
      const list = listId === null ? null : document.getElementById(listId);
      setChoice(list?.querySelector('[data-combobox-selected]')?.id);
    });
  return {
    attributes: {
      role: 'combobox',
      'aria-autocomplete': 'list',
      'aria-haspopup': 'listbox',
      'aria-expanded': isOpen,
      'aria-controls': isOpen && listId !== null ? listId : undefined,
      'aria-activedescendant': isOpen ? choice : undefined,
      'data-expanded': isOpen || undefined,
      'data-mantine-stop-propagation': isOpen || undefined,
    },
    look,
  };
}
