import { IconPhone, IconPhoneCall } from '@tabler/icons-react';
import { useActiveCall, useCalls } from '../call/store.ts';
import { Timer } from '../ui/Timer.tsx';
import { useTexts } from '../useTexts.ts';

/** Whether a call goes on, for how long, and how many wait parked. */
export function LineState() {
  const { t } = useTexts();
  const call = useActiveCall();
  const count = useCalls((state) => state.calls.length);
  const parked = count - (call ? 1 : 0);
  // Typing in what was taken down on paper leaves the line free.
  const talking = call !== null && call.paper === null;
  const Icon = talking ? IconPhoneCall : IconPhone;
  return (
    <div className="barLine">
      <span className="lineState" data-talking={talking || undefined}>
        <Icon size="1.25rem" stroke={1.75} aria-hidden />
        {t(talking ? 'frame:line.talking' : 'frame:line.ready')}
        {talking && <Timer since={call.startedAt} />}
      </span>
      {parked > 0 && <span className="small soft clip">{t('frame:line.parked', { count: parked })}</span>}
    </div>
  );
}
