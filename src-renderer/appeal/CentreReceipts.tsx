import type { AppealDetail } from '../../src-shared/appeal/queries.ts';
import { refusalText } from '../ui/problemText.ts';
import { useFormat } from '../ui/useFormat.ts';
import { useQuery } from '../useQuery.ts';
import { useTexts } from '../useTexts.ts';
import { historySentence } from './historySentence.ts';

/** What the centre has said to each command of this workstation about an appeal; shown on demand. */
export function CentreReceipts({ detail }: { readonly detail: AppealDetail }) {
  const { t } = useTexts();
  return (
    <details className="receipts" data-testid="receipts">
      <summary>{t('appeal:receipt')}</summary>
      <ReceiptLines detail={detail} />
    </details>
  );
}

function ReceiptLines({ detail }: { readonly detail: AppealDetail }) {
  const { t, i18n } = useTexts();
  const format = useFormat();
  const { appeal, history, names } = detail;
  const { value } = useQuery(
    'appeal.receipts',
    { appeal: appeal.id },
    { records: ['appeal', 'history'], events: ['sync.changed'] },
  );
  if (!value) return null;
  if (value.receipts.length === 0) {
    const { version, ordinal } = value;
    return (
      <p>
        {version === null ? t('appeal:receipt.none') : t('appeal:receipt.elsewhere', { version, ordinal })}
      </p>
    );
  }
  const now = Date.now();
  return (
    <>
      <p className="tabular">{appeal.number}</p>
      <ul className="sentences">
        {value.receipts.map((receipt) => {
          const entry = history.find(({ id }) => id === receipt.command);
          const { outcome, seq, version, ordinal } = receipt;
          return (
            <li key={receipt.command}>
              <time dateTime={receipt.at}>{format.moment(receipt.at, now)}</time>
              <span>
                {entry ? `${historySentence(i18n, entry, names)}: ` : ''}
                {t(`appeal:receipt.outcome.${outcome}`)}
                {receipt.code && ` (${refusalText(i18n, receipt.code, receipt.data ?? {}, names)})`}
                <span className="soft">
                  {', '}
                  {t('appeal:receipt.line', {
                    time: format.seconds(receipt.confirmedAt),
                    seq,
                    version,
                    ordinal,
                  })}
                </span>
              </span>
            </li>
          );
        })}
      </ul>
    </>
  );
}
