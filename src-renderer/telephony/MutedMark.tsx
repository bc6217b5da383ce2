import { IconMicrophoneOff } from '@tabler/icons-react';
import { useTexts } from '../useTexts.ts';
import { useHeadsetState } from './headset.ts';

/** The caller hears nothing: seen wherever the operator looks. */
export function MutedMark() {
  const { t } = useTexts();
  const isMuted = useHeadsetState((state) => state.isMuted);
  return (
    <span className="mark" data-meaning="danger" role="status">
      {isMuted && (
        <>
          <IconMicrophoneOff size="1.125rem" stroke={1.75} aria-hidden />
          {t('headset:muted')}
        </>
      )}
    </span>
  );
}
