import { CloseButton, Combobox, InputBase, useCombobox } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { type ReactNode, type Ref, useContext, useState } from 'react';
import { SessionContext } from '../session/useSession.ts';
import { useTexts } from '../useTexts.ts';
import type { Choice } from './choice.ts';
import { favourites, rememberChoice } from './choiceMemory.ts';
import { useChoiceHeard } from './useChoiceHeard.ts';
import './searchSelect.css';

interface SearchSelectProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** What fits the typed words, best first; all choices for an empty query. */
  readonly find: (query: string) => readonly Choice[];
  /** The chosen one in words. */
  readonly chosen: Choice | null;
  /** Stand first while nothing is typed, each with why. */
  readonly proposed?: readonly Choice[];
  /** Name of the list under which the operator's own choices are remembered, to stand first next time. */
  readonly memory?: string;
  readonly error?: ReactNode;
  readonly description?: ReactNode;
  readonly placeholder?: string;
  readonly field?: string;
  readonly clearable?: boolean;
  readonly disabled?: boolean;
  readonly inputRef?: Ref<HTMLInputElement>;
  readonly autoFocus?: boolean;
}

/** Type, arrows, Enter: the one way to choose from a list, whole path shown. Leaving without choosing keeps what was chosen. */
export function SearchSelect(props: SearchSelectProps) {
  const { t } = useTexts();
  const operator = useContext(SessionContext)?.operator.id ?? '';
  const [query, setQuery] = useState<string | null>(null);
  const combobox = useCombobox({
    onDropdownClose: () => combobox.resetSelectedOption(),
  });
  const heard = useChoiceHeard(combobox);
  const sections = combobox.dropdownOpened ? sectionsOf(props, query ?? '', operator) : [];
  const written = props.chosen === null ? '' : writtenOut(props.chosen);
  const close = () => {
    combobox.closeDropdown();
    setQuery(null);
  };
  return (
    <Combobox
      store={combobox}
      onOptionSubmit={(option) => {
        const value = option.slice(option.indexOf(':') + 1);
        if (props.memory !== undefined) rememberChoice(props.memory, operator, value);
        props.onChange(value);
        close();
      }}
      transitionProps={{ duration: 0 }}
      offset={2}
    >
      <Combobox.Target withAriaAttributes={false}>
        <InputBase
          ref={props.inputRef}
          label={props.label}
          value={query ?? written}
          error={props.error}
          description={props.description}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          placeholder={props.placeholder ?? t('frame:choose')}
          disabled={props.disabled ?? false}
          data-field={props.field}
          data-autofocus={props.autoFocus || undefined}
          {...heard.attributes}
          autoComplete="off"
          spellCheck={false}
          rightSectionPointerEvents="all"
          rightSection={
            props.clearable && props.value !== '' ? (
              <CloseButton
                size="sm"
                tabIndex={-1}
                onClick={() => props.onChange('')}
                aria-label={t('frame:clear')}
              />
            ) : (
              <IconChevronDown size="1rem" stroke={1.75} aria-hidden style={{ pointerEvents: 'none' }} />
            )
          }
          onChange={(event) => {
            setQuery(event.currentTarget.value);
            combobox.openDropdown();
            combobox.updateSelectedOptionIndex();
            queueMicrotask(() => combobox.selectFirstOption());
            heard.look();
          }}
          onClick={() => combobox.openDropdown()}
          onFocus={(event) => event.currentTarget.select()}
          onBlur={close}
          onKeyDown={(event) => {
            heard.look();
            if (event.key === 'Escape' && combobox.dropdownOpened) {
              event.stopPropagation();
              close();
            }
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={!combobox.dropdownOpened}>
        <Combobox.Options mah="18rem" style={{ overflowY: 'auto' }} aria-label={props.label}>
          {sections.map(({ name, choices }) =>
            name === 'all' ? (
              <Options key={name} section={name} choices={choices} value={props.value} />
            ) : (
              <Combobox.Group key={name} label={t(`frame:choices.${name}`)}>
                <Options section={name} choices={choices} value={props.value} />
              </Combobox.Group>
            ),
          )}
          {combobox.dropdownOpened && sections.every(({ choices }) => choices.length === 0) && (
            <Combobox.Empty>{t('frame:nothingFound')}</Combobox.Empty>
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

interface Section {
  readonly name: 'proposed' | 'mine' | 'all';
  readonly choices: readonly Choice[];
}

/** While nothing is typed: what is proposed, the operator's own recent and frequent choices, then the whole list. */
function sectionsOf(props: SearchSelectProps, query: string, operator: string): Section[] {
  const found = props.find(query);
  if (query.trim() !== '') return [{ name: 'all', choices: found }];
  const byValue = new Map(found.map((choice) => [choice.value, choice]));
  const mine = props.memory === undefined ? [] : favourites(props.memory, operator);
  const sections: Section[] = [
    { name: 'proposed', choices: props.proposed ?? [] },
    {
      name: 'mine',
      choices: mine.flatMap((value) => byValue.get(value) ?? []).filter((choice) => !choice.disabled),
    },
  ];
  return [...sections.filter(({ choices }) => choices.length > 0), { name: 'all', choices: found }];
}

interface OptionsProps extends Pick<SearchSelectProps, 'value'> {
  readonly section: Section['name'];
  readonly choices: readonly Choice[];
}

/** Choices of a section; the same value may stand in several, so that each option is named with its section. */
function Options({ section, choices, value }: OptionsProps) {
  return choices.map((choice) => (
    <Combobox.Option
      className="choiceOption"
      key={choice.value}
      value={`${section}:${choice.value}`}
      active={choice.value === value && section === 'all'}
      disabled={choice.disabled ?? false}
    >
      <span>{choice.label}</span>
      {choice.path && <span className="small soft"> · {choice.path}</span>}
    </Combobox.Option>
  ));
}

function writtenOut(choice: Choice): string {
  return choice.path ? `${choice.label} · ${choice.path}` : choice.label;
}
