import { MantineThemeProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { useMemo } from 'react';
import { useTexts } from '../useTexts.ts';

/** Short messages over the page, one at a time; the button that closes one has a name in the language of the moment. */
export function Toasts() {
  const { t } = useTexts();
  const close = t('frame:close');
  const theme = useMemo(
    () => ({
      components: { Notification: { defaultProps: { closeButtonProps: { 'aria-label': close } } } },
    }),
    [close],
  );
  return (
    <MantineThemeProvider theme={theme} inherit>
      <Notifications
        position="top-center"
        limit={1}
        autoClose={8000}
        transitionDuration={100}
        containerWidth="36rem"
      />
    </MantineThemeProvider>
  );
}
