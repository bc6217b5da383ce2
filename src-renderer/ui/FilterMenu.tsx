import { Menu } from '@mantine/core';
import { IconCheck, IconChevronDown } from '@tabler/icons-react';
import { useTexts } from '../useTexts.ts';
import './filterChips.css';

interface FilterMenuProps {
  /** What is chosen by it, for who cannot see the words around. */
  readonly label: string;
  /** Null: the condition is not set. */
  readonly value: string | null;
  /** Words of the sentence while it is not set, such as "all districts". */
  readonly any: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string | null) => void;
}

/** A condition of a list as a part of its sentence; a press opens what it may be. */
export function FilterMenu({ label, value, any, choices, onChange }: FilterMenuProps) {
  const { t } = useTexts();
  const chosen = choices.find((choice) => choice.value === value)?.label ?? any;
  const isChosen = (candidate: string | null) =>
    candidate === value ? <IconCheck size="1rem" aria-hidden /> : <span className="filterSpace" />;
  return (
    <Menu
      position="bottom-start"
      shadow="md"
      transitionProps={{ duration: 0 }}
      withInitialFocusPlaceholder={false}
    >
      <Menu.Target>
        <button
          type="button"
          className="filterChip"
          data-set={value !== null || undefined}
          aria-label={t('frame:filterIs', { what: label, value: chosen })}
        >
          <span className="clip">{chosen}</span>
          <IconChevronDown size="0.875rem" stroke={1.75} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown className="filterMenu">
        <Menu.Item
          leftSection={isChosen(null)}
          data-autofocus={value === null || undefined}
          onClick={() => onChange(null)}
        >
          {any}
        </Menu.Item>
        {choices.map((choice) => (
          <Menu.Item
            key={choice.value}
            leftSection={isChosen(choice.value)}
            data-autofocus={choice.value === value || undefined}
            onClick={() => onChange(choice.value)}
          >
            {choice.label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
