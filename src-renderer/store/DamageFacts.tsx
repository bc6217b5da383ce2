import type { BackupFacts, IntentCounts, StoreDamage, StoreRestored } from '../../src-shared/store/model.ts';
import { useFormat } from '../ui/useFormat.ts';
import { type Translate, useTexts } from '../useTexts.ts';

function countsText(t: Translate, counts: IntentCounts): string {
  return t('store:counts', { ...counts });
}

/** What is left of the store, in numbers. */
export function FoundFacts({ damage }: { readonly damage: StoreDamage }) {
  const { t } = useTexts();
  const { readable, journal } = damage;
  return (
    <section aria-label={t('store:found')}>
      <h2 className="storeHeading">{t('store:found')}</h2>
      <dl className="storeFacts">
        {damage.state !== 'missing' && (
          <>
            <dt>{t('store:found.file')}</dt>
            <dd>{readable === null ? t('store:found.unreadable') : countsText(t, readable)}</dd>
          </>
        )}
        <dt>{t('store:found.journal')}</dt>
        <dd>
          {journal === null ? t('store:found.noJournal') : t('store:journal.counts', { count: journal })}
        </dd>
      </dl>
    </section>
  );
}

/** Local copies, newest first; one that cannot be read cannot be chosen. */
export function CopyChoice({
  backups,
  value,
  onChange,
}: {
  readonly backups: readonly BackupFacts[];
  readonly value: string | null;
  readonly onChange: (name: string) => void;
}) {
  const { t } = useTexts();
  const format = useFormat();
  const now = Date.now();
  if (backups.length === 0) return <p>{t('store:copies.none')}</p>;
  const newest = backups.find(({ counts }) => counts !== null)?.name;
  return (
    <fieldset className="storeCopies">
      <legend className="storeHeading">{t('store:copies')}</legend>
      <div className="storeCopyList">
        {backups.map(({ name, at, counts }) => (
          <label key={name} className="storeCopy">
            <input
              type="radio"
              name="copy"
              value={name}
              checked={value === name}
              disabled={counts === null}
              onChange={() => onChange(name)}
            />
            <span className="tabular">
              {format.moment(at, now)}
              {name === newest && ` · ${t('store:copy.newest')}`}
            </span>
            <span className="small soft tabular">
              {counts === null ? t('store:copy.unreadable') : countsText(t, counts)}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** Counts before and after. */
export function RestoredFacts({ restored }: { readonly restored: StoreRestored }) {
  const { t } = useTexts();
  const { before, after } = restored;
  return (
    <dl className="storeFacts">
      <dt>{t('store:restored.before')}</dt>
      <dd>{before === null ? t('store:found.unreadable') : countsText(t, before)}</dd>
      <dt>{t('store:restored.after')}</dt>
      <dd>
        <strong>{countsText(t, after)}</strong>
      </dd>
    </dl>
  );
}
