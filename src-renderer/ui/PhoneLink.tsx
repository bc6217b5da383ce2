import { Anchor } from '@mantine/core';
import { displayPhone } from '../../src-shared/applicant/phone.ts';
import { call as ask } from '../ipc.ts';
import { useTexts } from '../useTexts.ts';
import { Phone } from './Phone.tsx';

/** A number that is handed to the system's telephone on a press; text where it was not recognised. */
export function PhoneLink({ phone, raw }: { readonly phone: string | null; readonly raw: string }) {
  const { t } = useTexts();
  if (phone === null) return <Phone phone={phone} raw={raw} />;
  return (
    <Anchor
      component="button"
      type="button"
      className="tabular"
      aria-label={t('telephony:dial', { phone: displayPhone(phone) })}
      onClick={() => void ask('phone.dial', { phone })}
    >
      {displayPhone(phone)}
    </Anchor>
  );
}
