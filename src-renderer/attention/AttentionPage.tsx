import { useRef } from 'react';
import { EmptyState, FailedState, LoadingState } from '../ui/StateView.tsx';
import { useQuery } from '../useQuery.ts';
import { useTexts } from '../useTexts.ts';
import { AttentionEntry } from './AttentionEntry.tsx';
import './attention.css';
import '../ui/split.css';

/** What the centre did not accept as it was sent: each whole, in words, with a way on. */
export function AttentionPage() {
  const { t } = useTexts();
  const heading = useRef<HTMLHeadingElement>(null);
  const { value, problem, reload } = useQuery(
    'attention.list',
    {},
    { events: ['sync.changed', 'records.changed'] },
  );
  const people = useQuery('operator.list', {}, { records: ['operator'] });
  const names = Object.fromEntries((people.value?.operators ?? []).map((person) => [person.id, person.name]));
  const onDone = () => {
    // What was under the caret is gone: reading goes on from the top of what is left.
    heading.current?.focus();
    reload();
  };
  return (
    <div className="page">
      <header className="pageHead">
        <h1 ref={heading} tabIndex={-1}>
          {t('attention:title')}
        </h1>
        {value && value.items.length > 0 && <span className="soft small">{t('attention:text')}</span>}
      </header>
      <section className="attentionList" data-pane aria-label={t('attention:title')}>
        {!value && (problem ? <FailedState problem={problem} onRetry={reload} /> : <LoadingState rows={4} />)}
        {value?.items.length === 0 && (
          <div className="pane">
            <EmptyState title={t('attention:empty')}>
              <p>{t('attention:emptyText')}</p>
            </EmptyState>
          </div>
        )}
        {value?.items.map((item) => (
          <AttentionEntry key={item.command} item={item} names={names} onDone={onDone} />
        ))}
      </section>
    </div>
  );
}
