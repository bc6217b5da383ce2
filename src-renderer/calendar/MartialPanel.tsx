import { Button, CloseButton } from '@mantine/core';
import type { DayPeriod } from '../../src-shared/term/workCalendar.ts';
import { DayInput } from '../ui/DayInput.tsx';
import { useTexts } from '../useTexts.ts';
import type { Edit } from './useEdit.ts';

/** Days on which holidays are worked on: from a day to a day, the end open while nobody knows it. */
export function MartialPanel({ edit: { content, change } }: { readonly edit: Edit }) {
  const { t } = useTexts();
  const { martialLaw } = content;
  const put = (at: number, period: Partial<DayPeriod> | null) =>
    change({
      martialLaw: martialLaw.flatMap((one, place) => {
        if (place !== at) return [one];
        return period === null ? [] : [{ ...one, ...period }];
      }),
    });
  return (
    <div className="calendarPanel">
      <p className="small">{t('calendar:martialLaw.what')}</p>
      {martialLaw.length === 0 && <p>{t('calendar:martialLaw.none')}</p>}
      {martialLaw.map((period, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a period is its place in the list
        <div className="calendarPeriod" key={at}>
          <DayInput
            label={t('calendar:period.from')}
            value={period.from}
            onChange={(from) => put(at, { from })}
          />
          <DayInput label={t('calendar:period.to')} value={period.to} onChange={(to) => put(at, { to })} />
          <CloseButton aria-label={t('calendar:period.remove')} onClick={() => put(at, null)} />
        </div>
      ))}
      <Button
        variant="default"
        onClick={() => change({ martialLaw: [...martialLaw, { from: null, to: null }] })}
      >
        {t('calendar:period.add')}
      </Button>
    </div>
  );
}
