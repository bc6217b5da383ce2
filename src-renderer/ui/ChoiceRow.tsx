import type { ReactNode } from 'react';
import './choiceRow.css';

interface ChoiceRowProps<T extends string> {
  readonly label: string;
  readonly name: string;
  readonly value: T | null;
  readonly choices: readonly { readonly value: T; readonly label: string }[];
  readonly onChange: (value: T) => void;
  readonly hint?: ReactNode;
  readonly error?: ReactNode;
  readonly field?: string;
  readonly disabled?: boolean;
  readonly vertical?: boolean;
  /** Many choices of a few words: two beside each other. */
  readonly columns?: boolean;
}

/** A few choices side by side; arrows move as in any group of radio buttons. */
export function ChoiceRow<T extends string>(props: ChoiceRowProps<T>) {
  return (
    <fieldset
      className="choiceRow"
      data-vertical={props.vertical || undefined}
      data-columns={props.columns || undefined}
    >
      <legend>{props.label}</legend>
      <div className="choices" data-error={props.error ? true : undefined}>
        {props.choices.map((choice, index) => {
          const isTabStop = props.value === null ? index === 0 : props.value === choice.value;
          return (
            <label
              key={choice.value}
              className="choice"
              data-checked={props.value === choice.value || undefined}
            >
              <input
                type="radio"
                name={props.name}
                value={choice.value}
                checked={props.value === choice.value}
                disabled={props.disabled ?? false}
                data-field={isTabStop ? props.field : undefined}
                aria-invalid={props.error ? true : undefined}
                onChange={() => props.onChange(choice.value)}
              />
              <span>{choice.label}</span>
            </label>
          );
        })}
      </div>
      {props.error ? (
        <p className="choiceError" role="alert">
          {props.error}
        </p>
      ) : (
        props.hint && <p className="choiceHint">{props.hint}</p>
      )}
    </fieldset>
  );
}
