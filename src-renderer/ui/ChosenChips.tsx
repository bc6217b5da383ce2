import { Button } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTexts } from '../useTexts.ts';

interface ChosenChipsProps {
  readonly values: readonly string[];
  readonly name: (value: string) => string;
  readonly onChange: (values: string[]) => void;
}

/** What was chosen so far; a press takes it away. */
export function ChosenChips({ values, name, onChange }: ChosenChipsProps) {
  const { t } = useTexts();
  if (values.length === 0) return null;
  return (
    <div className="chips">
      {values.map((value) => (
        <Button
          key={value}
          size="compact-sm"
          variant="default"
          aria-label={t('knowledge:takeAway', { name: name(value) })}
          rightSection={<IconX size="0.875rem" stroke={1.75} aria-hidden />}
          onClick={() => onChange(values.filter((other) => other !== value))}
        >
          {name(value)}
        </Button>
      ))}
    </div>
  );
}
