import { Button } from '@mantine/core';
import { IconPhonePlus } from '@tabler/icons-react';
import { recognisePhone } from '../../src-shared/applicant/phone.ts';
import { CommandKey } from '../frame/CommandKey.tsx';
import { Phone } from '../ui/Phone.tsx';
import { Timer } from '../ui/Timer.tsx';
import { useTexts } from '../useTexts.ts';
import { activateCall, startCall } from './acts.ts';
import { useCalls, useOpenCalls } from './store.ts';

/** Every open call under its number and time; the one left is parked with all that is in it. */
export function CallTabs() {
  const { t } = useTexts();
  const calls = useOpenCalls();
  const active = useCalls((state) => state.active);
  const result = useCalls((state) => state.result);
  // Between calls the list of what waits to be finished says the same in more words.
  if (calls.length === 0 || (active === null ? result === null : calls.length === 1)) return null;
  return (
    <div className="callTabs" data-pane>
      <div className="callTabsList" role="tablist" aria-label={t('call:calls')}>
        {calls.map((call) => (
          <button
            key={call.id}
            type="button"
            role="tab"
            aria-selected={call.id === active}
            className="callTab"
            onClick={() => activateCall(call.id)}
          >
            {call.paper ? (
              <span className="tabular">{call.paper.number}</span>
            ) : (
              <Timer since={call.startedAt} until={call.ended?.at} />
            )}
            <Phone phone={recognisePhone(call.phoneRaw)?.e164 ?? null} raw={call.phoneRaw.trim()} />
            {active === null && call.id === calls.at(-1)?.id && <CommandKey command="park" />}
          </button>
        ))}
      </div>
      {active !== null && (
        <Button
          variant="subtle"
          leftSection={<IconPhonePlus size="1.125rem" stroke={1.75} aria-hidden />}
          onClick={startCall}
        >
          {t('call:new')}
        </Button>
      )}
    </div>
  );
}
