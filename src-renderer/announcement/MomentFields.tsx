import { DayInput } from '../ui/DayInput.tsx';
import { TimeInput } from '../ui/TimeInput.tsx';
import type { WrittenMoment } from './store.ts';

interface MomentFieldsProps {
  readonly label: string;
  readonly time: string;
  readonly value: WrittenMoment;
  readonly error: string | undefined;
  readonly onChange: (value: WrittenMoment) => void;
}

/** A day and a time of it. */
export function MomentFields({ label, time, value, error, onChange }: MomentFieldsProps) {
  return (
    <div className="momentFields">
      <DayInput label={label} value={value.day} onChange={(day) => onChange({ ...value, day })} />
      <TimeInput
        label={time}
        value={value.time}
        error={error}
        onChange={(changed) => onChange({ ...value, time: changed })}
      />
    </div>
  );
}
