import { displayPhone } from '../../src-shared/applicant/phone.ts';
import { useTexts } from '../useTexts.ts';

/** A telephone number in the form in which it is read aloud; as written when it was not recognised. */
export function Phone({ phone, raw }: { readonly phone: string | null; readonly raw: string }) {
  const { t } = useTexts();
  if (phone !== null) return <span className="tabular">{displayPhone(phone)}</span>;
  if (raw !== '') return <span className="tabular">{raw}</span>;
  return <span className="soft">{t('call:phone.unknown')}</span>;
}
