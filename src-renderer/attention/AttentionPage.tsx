import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { AttentionItem } from '../../src-shared/attention/queries.ts';
import type { Problem } from '../../src-shared/ipc/envelope.ts';
import { openAppeal } from '../frame/openAppeal.ts';
import { call } from '../ipc.ts';
import { NoticeBar } from '../ui/NoticeBar.tsx';
import { problemText, refusalText } from '../ui/problemText.ts';
import { EmptyState, FailedState, LoadingState } from '../ui/StateView.tsx';
import { useFormat } from '../ui/useFormat.ts';
import { useQuery } from '../useQuery.ts';
import { type TextKey, useTexts } from '../useTexts.ts';
import { payloadFacts } from './payloadFacts.ts';
import './attention.css';
import '../ui/split.css';

/** What the centre did not accept as it was sent: each whole, in words, with a way on. */
export function AttentionPage() {
  const { t } = useTexts();
  const { value, problem, reload } = useQuery(
    'attention.list',
    {},
    { events: ['sync.changed', 'records.changed'] },
  );
  const people = useQuery('operator.list', {}, { records: ['operator'] });
  const names = Object.fromEntries((people.value?.operators ?? []).map((person) => [person.id, person.name]));
  return (
    <div className="page">
      <header className="pageHead">
        <h1>{t('attention:title')}</h1>
        {value && value.items.length > 0 && <span className="soft small">{t('attention:text')}</span>}
      </header>
      <section className="attentionList" data-pane>
        {!value && (problem ? <FailedState problem={problem} onRetry={reload} /> : <LoadingState rows={4} />)}
        {value?.items.length === 0 && (
          <div className="pane">
            <EmptyState title={t('attention:empty')}>
              <p>{t('attention:emptyText')}</p>
            </EmptyState>
          </div>
        )}
        {value?.items.map((item) => (
          <Item key={item.command} item={item} names={names} onDone={reload} />
        ))}
      </section>
    </div>
  );
}

interface ItemProps {
  readonly item: AttentionItem;
  readonly names: Readonly<Record<string, string>>;
  readonly onDone: () => void;
}

function Item({ item, names, onDone }: ItemProps) {
  const { t, i18n } = useTexts();
  const format = useFormat();
  const kindKey = `attention:kind.${item.kind}`;
  // A registration that was not accepted has no appeal to open; its content stands here whole.
  const appeal =
    item.kind !== 'appeal.register' && typeof item.payload.appeal === 'string' ? item.payload.appeal : null;
  const facts = payloadFacts(i18n, item.kind, item.payload, names);
  return (
    <article className="pane attentionItem" aria-labelledby={`attention-${item.command}`}>
      <header>
        <h2 id={`attention-${item.command}`}>
          {t((i18n.exists(kindKey) ? kindKey : 'attention:kind.other') as TextKey)}
        </h2>
        <span className="small soft tabular">
          {t('attention:by', { name: item.actorName, time: format.moment(item.at, Date.now()) })}
        </span>
      </header>
      <NoticeBar tone="warn">
        {t(`attention:reason.${item.reason}`)}
        {item.code !== null && `. ${refusalText(i18n, item.code, item.data ?? {}, names)}`}
      </NoticeBar>
      {facts.length > 0 && (
        <dl className="recordFacts" aria-label={t('attention:content')}>
          {facts.map((fact) => (
            <div key={fact.label} className="factPair">
              <dt>{fact.label}</dt>
              <dd className="recordText">{fact.value}</dd>
            </div>
          ))}
        </dl>
      )}
      <div className="recordActions">
        {appeal !== null && (
          <Button variant="default" onClick={() => openAppeal('all', appeal)}>
            {t('attention:openAppeal')}
          </Button>
        )}
        <Dismiss item={item} onDone={onDone} />
      </div>
    </article>
  );
}

/** Taking a record off the list cannot be taken back, so it is asked once, in place. */
function Dismiss({ item, onDone }: Pick<ItemProps, 'item' | 'onDone'>) {
  const { t, i18n } = useTexts();
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [focusBack, setFocusBack] = useState(false);
  useEffect(() => {
    if (!asking && focusBack) document.getElementById(`dismiss-${item.command}`)?.focus();
  }, [asking, focusBack, item.command]);
  const dismiss = async () => {
    const answer = await call('attention.dismiss', { command: item.command });
    if (answer.ok) onDone();
    else setProblem(answer.error);
  };
  if (!asking) {
    return (
      <Button id={`dismiss-${item.command}`} variant="subtle" onClick={() => setAsking(true)}>
        {t('attention:dismiss')}
      </Button>
    );
  }
  return (
    <div className="recordActions" role="group" aria-label={t('attention:dismiss')}>
      <span>{t('attention:dismiss.ask')}</span>
      <Button variant="default" onClick={() => void dismiss()}>
        {t('attention:dismiss.yes')}
      </Button>
      <Button
        autoFocus
        onClick={() => {
          setAsking(false);
          setFocusBack(true);
        }}
      >
        {t('attention:dismiss.no')}
      </Button>
      {problem && <NoticeBar tone="danger">{problemText(i18n, problem)}</NoticeBar>}
    </div>
  );
}
