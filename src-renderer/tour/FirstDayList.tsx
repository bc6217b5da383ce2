import { Button } from '@mantine/core';
import { IconCircle, IconCircleCheck } from '@tabler/icons-react';
import { CommandKey } from '../frame/CommandKey.tsx';
import { useTexts } from '../useTexts.ts';
import { FIRST_DAY, useFirstDay } from './useFirstDay.ts';
import './tour.css';

/** Between the first calls: the keys that matter, each ticked off by being used in real work. Asks for nothing, covers nothing. */
export function FirstDayList() {
  const { t } = useTexts();
  const { isShown, used, close } = useFirstDay();
  if (!isShown) return null;
  return (
    <section className="firstDay" aria-label={t('tour:title')}>
      <div className="firstDayHead">
        <h2>{t('tour:title')}</h2>
        <span className="small soft">{t('tour:progress', { used: used.length, all: FIRST_DAY.length })}</span>
      </div>
      <ul>
        {FIRST_DAY.map((key) => {
          const isUsed = used.includes(key);
          const Icon = isUsed ? IconCircleCheck : IconCircle;
          return (
            <li key={key} data-used={isUsed || undefined}>
              <Icon size="1.125rem" stroke={1.75} aria-label={t(isUsed ? 'tour:used' : 'tour:notYet')} />
              <span>{t(`tour:step.${key}`)}</span>
              <CommandKey command={key} />
            </li>
          );
        })}
      </ul>
      <Button variant="subtle" size="compact-sm" onClick={close}>
        {t('tour:close')}
      </Button>
    </section>
  );
}
