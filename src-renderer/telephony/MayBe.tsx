import { callerOf } from '../../src-shared/telephony/caller.ts';
import { useQuery } from '../useQuery.ts';
import { useTexts } from '../useTexts.ts';

/** Names that fit on one line. */
const NAMES_SHOWN = 2;

/** Who may be calling, before anybody has answered: everybody known under the number, and how many of their appeals are open. */
export function MayBe({ number }: { readonly number: string }) {
  const { t } = useTexts();
  const { phone } = callerOf(number);
  const { value } = useQuery('caller.who', phone === null ? null : { phone, call: null }, {
    records: ['applicant', 'appeal'],
  });
  if (value === undefined || value.isPart) return null;
  if (value.people.length === 0) return <span className="small soft">{t('telephony:row.stranger')}</span>;
  const names = value.people.slice(0, NAMES_SHOWN).map(({ name }) => name);
  const more = value.people.length - names.length;
  const open = value.people.reduce((sum, { appeals }) => sum + appeals.length, 0);
  return (
    <span className="clip">
      {names.join(', ')}
      {more > 0 && <span className="soft"> {t('telephony:row.more', { count: more })}</span>}
      {open > 0 && <span className="soft"> · {t('telephony:row.open', { count: open })}</span>}
    </span>
  );
}
