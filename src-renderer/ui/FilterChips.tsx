import './filterChips.css';

interface FilterChipsProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly choices: readonly { readonly value: T; readonly label: string; readonly count?: number }[];
  readonly onChange: (value: T) => void;
}

/** One choice out of a few that narrows a list. */
export function FilterChips<T extends string>({ label, value, choices, onChange }: FilterChipsProps<T>) {
  return (
    <div className="chips" role="group" aria-label={label}>
      {choices.map((choice) => (
        <FilterChip
          key={choice.value}
          label={choice.label}
          count={choice.count}
          pressed={choice.value === value}
          onPress={() => onChange(choice.value)}
        />
      ))}
    </div>
  );
}

interface FilterChipProps {
  readonly label: string;
  readonly count?: number | undefined;
  readonly pressed: boolean;
  readonly onPress: () => void;
}

/** A condition that is on or off. */
export function FilterChip({ label, count, pressed, onPress }: FilterChipProps) {
  return (
    <button type="button" className="filterChip" aria-pressed={pressed} onClick={onPress}>
      <span className="clip">{label}</span>
      {count !== undefined && <span className="tabular filterCount">{count}</span>}
    </button>
  );
}
