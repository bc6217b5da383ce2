import { callerOf } from '../../src-shared/telephony/caller.ts';
import { Phone } from '../ui/Phone.tsx';
import { useTexts } from '../useTexts.ts';

/** The number of the other side; in words when it is hidden. */
export function CallerName({ number }: { readonly number: string }) {
  const { t } = useTexts();
  const { phone, raw, isHidden } = callerOf(number);
  if (isHidden) return <strong>{t('telephony:hidden')}</strong>;
  return (
    <strong className="lineNumber">
      <Phone phone={phone} raw={raw} />
    </strong>
  );
}
