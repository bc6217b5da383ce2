import type { AttentionItem } from '../../src-shared/attention/queries.ts';
import { useSession } from '../session/useSession.ts';
import { NoticeBar } from '../ui/NoticeBar.tsx';
import { refusalText } from '../ui/problemText.ts';
import { useFormat } from '../ui/useFormat.ts';
import { type TextKey, useTexts } from '../useTexts.ts';
import { AssignSides } from './AssignSides.tsx';
import { ConflictSides } from './ConflictSides.tsx';
import { EntryActions } from './EntryActions.tsx';
import { payloadFacts } from './payloadFacts.ts';

interface EntryProps {
  readonly item: AttentionItem;
  readonly names: Readonly<Record<string, string>>;
  readonly onDone: () => void;
}

/** One command that needs a person: what it says, why it waits, and every way on. */
export function AttentionEntry({ item, names, onDone }: EntryProps) {
  const { t, i18n } = useTexts();
  const { operator } = useSession();
  const format = useFormat();
  const kindKey = `attention:kind.${item.kind}`;
  const kind = t((i18n.exists(kindKey) ? kindKey : 'attention:kind.other') as TextKey);
  const isGivenTwice = item.code === 'already_assigned' && item.appeal !== null;
  const facts = item.conflicts.length > 0 || isGivenTwice ? [] : payloadFacts(i18n, item, names);
  const title = item.appeal === null ? kind : `${kind} ${item.appeal.number}`;
  return (
    <article className="pane attentionItem" aria-labelledby={`attention-${item.command}`}>
      <header>
        <h2 id={`attention-${item.command}`}>{title}</h2>
        <span className="small soft tabular">
          {t('attention:by', { name: item.actorName, time: format.moment(item.at, Date.now()) })}
        </span>
        {item.state === 'handed' && (
          <span className="handed small">
            {t(operator.role === 'lead' ? 'attention:handedToYou' : 'attention:handed')}
          </span>
        )}
      </header>
      <NoticeBar tone="warn">
        {t(`attention:reason.${item.reason}`)}
        {item.code !== null && `. ${refusalText(i18n, item.code, item.data ?? {}, names)}`}
      </NoticeBar>
      {isGivenTwice && <AssignSides item={item} names={names} />}
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
      {item.conflicts.map((conflict) => (
        <ConflictSides
          key={conflict.id}
          command={item.command}
          conflict={conflict}
          names={names}
          onDone={onDone}
        />
      ))}
      {/* One act a state: handing it over and giving it up later are two. */}
      <EntryActions key={item.state} item={item} names={names} onDone={onDone} />
    </article>
  );
}
