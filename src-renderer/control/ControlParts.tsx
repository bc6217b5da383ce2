import type { Role } from '../../src-shared/operator/model.ts';
import { mayRun, useSession } from '../session/useSession.ts';
import { FilterChips } from '../ui/FilterChips.tsx';
import { useTexts } from '../useTexts.ts';
import { CONTROL_PARTS, type ControlPart, useControl } from './store.ts';

/** Parts a role may use. */
export function controlPartsOf(role: Role): readonly ControlPart[] {
  return CONTROL_PARTS.filter((part) => {
    if (part === 'calendar') return mayRun(role, 'calendar.save');
    return part !== 'bodies' || mayRun(role, 'execution.contact');
  });
}

/** Which part of control is shown; it stands in the head of each part's page. */
export function ControlParts() {
  const { t } = useTexts();
  const { operator } = useSession();
  const part = useControl((state) => state.part);
  const parts = controlPartsOf(operator.role);
  if (parts.length < 2) return null;
  return (
    <FilterChips
      label={t('term:parts')}
      value={part}
      choices={parts.map((value) => ({ value, label: t(`term:part.${value}`) }))}
      onChange={(chosen) => useControl.setState({ part: chosen })}
    />
  );
}
