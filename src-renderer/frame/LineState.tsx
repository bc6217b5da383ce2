import { useActiveCall, useCalls } from '../call/store.ts';
import { DutyMenu } from '../duty/DutyMenu.tsx';
import { presentSpell } from '../duty/present.ts';
import { useDuty } from '../duty/store.ts';
import { useDutyKeeper } from '../duty/useDutyKeeper.ts';
import { mayRun, useSession } from '../session/useSession.ts';
import { useTexts } from '../useTexts.ts';

/** What the operator is doing, for how long, and how many calls wait parked. */
export function LineState() {
  const { t } = useTexts();
  const { operator } = useSession();
  const allowed = mayRun(operator.role, 'call.start');
  useDutyKeeper(operator.id, allowed);
  const call = useActiveCall();
  const chosen = useDuty((state) => state.chosen);
  const troubled = useDuty((state) => state.troubled);
  const count = useCalls((state) => state.calls.length);
  const parked = count - (call ? 1 : 0);
  if (!allowed) return <div className="barLine" />;
  return (
    <div className="barLine">
      {chosen !== null && <DutyMenu spell={presentSpell(chosen, call)} />}
      {parked > 0 && <span className="small soft clip">{t('frame:line.parked', { count: parked })}</span>}
      {troubled && (
        <span className="small clip" role="alert">
          {t('duty:failed')}
        </span>
      )}
    </div>
  );
}
