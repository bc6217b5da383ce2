import { Button } from '@mantine/core';
import { useFrame } from '../frame/store.ts';
import { NoticeBar } from '../ui/NoticeBar.tsx';
import { useFormat } from '../ui/useFormat.ts';
import { useTexts } from '../useTexts.ts';
import { activateCall } from './acts.ts';
import { writtenLines } from './openCall.ts';
import { useCalls, useOpenCalls } from './store.ts';

/** After an unclean exit: which calls were brought back. In the page, not over the pad. */
export function RecoveredNotice() {
  const { t } = useTexts();
  const format = useFormat();
  const recovered = useCalls((state) => state.recovered);
  const damaged = useOpenCalls().filter((call) => call.damaged);
  const section = useFrame((state) => state.section);
  const go = useFrame((state) => state.go);
  if (recovered.length === 0 && damaged.length === 0) return null;
  const parts = recovered.map((call) => ({
    time: format.time(call.startedAt),
    lines: t('call:lines', { count: writtenLines(call) }),
  }));
  const first = parts[0];
  const last = recovered.at(-1);
  return (
    <>
      {first && (
        <NoticeBar
          onClose={() => useCalls.setState({ recovered: [] })}
          action={
            section !== 'call' &&
            last && (
              <Button
                variant="subtle"
                size="compact-sm"
                onClick={() => {
                  activateCall(last.id);
                  go('call');
                }}
              >
                {t('call:takeBack')}
              </Button>
            )
          }
        >
          {parts.length === 1
            ? t('call:recovered.one', first)
            : t('call:recovered.many', {
                calls: parts.map((part) => t('call:recovered.item', part)).join('; '),
              })}
        </NoticeBar>
      )}
      {damaged.map((call) => (
        <NoticeBar key={call.id} tone="warn">
          {t('call:recovered.damaged', { time: format.time(call.startedAt) })}
        </NoticeBar>
      ))}
    </>
  );
}
