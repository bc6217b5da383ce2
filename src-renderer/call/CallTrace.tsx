import { CallId } from '../../src-shared/brand.ts';
import { historySentence } from '../appeal/historySentence.ts';
import { useFormat } from '../ui/useFormat.ts';
import { useQuery } from '../useQuery.ts';
import { useTexts } from '../useTexts.ts';

/** What happened to a call: who took it, handed it over, accepted it, finished it. */
export function CallTrace({ call }: { readonly call: string }) {
  const { t, i18n } = useTexts();
  const format = useFormat();
  const { value } = useQuery(
    'call.history',
    { call: CallId.parse(call) },
    { records: ['history', 'operator'] },
  );
  if (value === undefined || value.history.length === 0) return null;
  const now = Date.now();
  return (
    <section>
      <h3>{t('call:history')}</h3>
      <ul className="sentences">
        {value.history.map((entry) => (
          <li key={entry.id}>
            <time dateTime={entry.at}>{format.moment(entry.at, now)}</time>
            <span>{historySentence(i18n, entry, value.names)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
