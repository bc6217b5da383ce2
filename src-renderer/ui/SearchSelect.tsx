import { CloseButton, Combobox, InputBase, useCombobox } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { type ReactNode, type Ref, useState } from 'react';
import { useTexts } from '../useTexts.ts';

/** One choice: what is stored, what is read, and the path that leads to it. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly path?: string | undefined;
  /** Shown and explained by its path, but not to be chosen. */
  readonly disabled?: boolean;
}

interface SearchSelectProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** What fits the typed words, best first; all choices for an empty query. */
  readonly find: (query: string) => readonly Choice[];
  /** The chosen one in words. */
  readonly chosen: Choice | null;
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
  const [query, setQuery] = useState<string | null>(null);
  const combobox = useCombobox({
    onDropdownClose: () => combobox.resetSelectedOption(),
  });
  const choices = combobox.dropdownOpened ? props.find(query ?? '') : [];
  const written = props.chosen === null ? '' : writtenOut(props.chosen);
  const close = () => {
    combobox.closeDropdown();
    setQuery(null);
  };
  return (
    <Combobox
      store={combobox}
      onOptionSubmit={(value) => {
        props.onChange(value);
        close();
      }}
      transitionProps={{ duration: 0 }}
      offset={2}
    >
      <Combobox.Target>
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
          }}
          onClick={() => combobox.openDropdown()}
          onFocus={(event) => event.currentTarget.select()}
          onBlur={close}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && combobox.dropdownOpened) {
              event.stopPropagation();
              close();
            }
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={!combobox.dropdownOpened}>
        <Combobox.Options mah="18rem" style={{ overflowY: 'auto' }} aria-label={props.label}>
          {choices.map((choice) => (
            <Combobox.Option
              key={choice.value}
              value={choice.value}
              active={choice.value === props.value}
              disabled={choice.disabled ?? false}
            >
              <span>{choice.label}</span>
              {choice.path && <span className="small soft"> · {choice.path}</span>}
            </Combobox.Option>
          ))}
          {combobox.dropdownOpened && choices.length === 0 && (
            <Combobox.Empty>{t('frame:nothingFound')}</Combobox.Empty>
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

function writtenOut(choice: Choice): string {
  return choice.path ? `${choice.label} · ${choice.path}` : choice.label;
}
