import { Combobox, InputBase, useCombobox } from '@mantine/core';
import { type ReactNode, useContext, useState } from 'react';
import { SessionContext } from '../session/useSession.ts';
import type { Choice } from './choice.ts';
import { favourites, rememberChoice } from './choiceMemory.ts';
import { useChoiceHeard } from './useChoiceHeard.ts';

interface SuggestInputProps {
  readonly label: string;
  readonly value: string;
  /** What fits the typed words, best first. */
  readonly find: (query: string) => readonly Choice[];
  readonly onText: (text: string) => void;
  /** A suggestion was taken by Enter or a click. */
  readonly onChoose: (value: string) => void;
  /** Name of the list under which what this operator took is remembered, to stand first among what fits. */
  readonly memory?: string;
  readonly maxLength: number;
  readonly error?: ReactNode;
  readonly description?: ReactNode;
  readonly field?: string;
  readonly readOnly?: boolean;
}

/** Free text with suggestions: Enter takes the first, arrows another, Tab leaves the text as typed. */
export function SuggestInput(props: SuggestInputProps) {
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const heard = useChoiceHeard(combobox);
  const [typed, setTyped] = useState(false);
  const operator = useContext(SessionContext)?.operator.id ?? '';
  const choices = combobox.dropdownOpened ? choicesOf(props, typed ? props.value : '', operator) : [];
  const close = () => {
    combobox.closeDropdown();
    setTyped(false);
  };
  return (
    <Combobox
      store={combobox}
      onOptionSubmit={(value) => {
        if (props.memory !== undefined) rememberChoice(props.memory, operator, value);
        props.onChoose(value);
        close();
      }}
      transitionProps={{ duration: 0 }}
      offset={2}
      width="max-content"
      position="bottom-start"
    >
      <Combobox.Target withAriaAttributes={false}>
        <InputBase
          label={props.label}
          value={props.value}
          error={props.error}
          description={props.description}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          maxLength={props.maxLength}
          data-field={props.field}
          readOnly={props.readOnly ?? false}
          {...heard.attributes}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => {
            props.onText(event.currentTarget.value);
            setTyped(true);
            combobox.openDropdown();
            queueMicrotask(() => combobox.selectFirstOption());
            heard.look();
          }}
          onBlur={close}
          onKeyDown={(event) => {
            heard.look();
            // An Enter without a suggestion is no key of the form around it.
            if (event.key === 'Enter' && !event.ctrlKey && choices.length === 0) event.preventDefault();
            if (event.key === 'Escape' && combobox.dropdownOpened) {
              event.stopPropagation();
              close();
            }
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={!combobox.dropdownOpened || choices.length === 0}>
        <Combobox.Options mah="16rem" style={{ overflowY: 'auto' }} aria-label={props.label}>
          {choices.map((choice) => (
            <Combobox.Option key={choice.value} value={choice.value}>
              <span>{choice.label}</span>
              {choice.path && <span className="small soft"> · {choice.path}</span>}
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

/** More than this nobody reads through. */
const MOST = 50;

/** What fits, the operator's own recent and frequent choices first. */
function choicesOf({ find, memory }: SuggestInputProps, query: string, operator: string): readonly Choice[] {
  const found = find(query);
  if (memory === undefined) return found.slice(0, MOST);
  const byValue = new Map(found.map((choice) => [choice.value, choice]));
  const mine = favourites(memory, operator).flatMap((value) => byValue.get(value) ?? []);
  return [...mine, ...found.filter((choice) => !mine.includes(choice))].slice(0, MOST);
}
