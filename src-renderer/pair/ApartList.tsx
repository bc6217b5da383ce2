import { Button } from '@mantine/core';
import { v7 as mint } from 'uuid';
import { topicName } from '../../src-shared/catalog/topic.ts';
import type { ApartGroup } from '../../src-shared/pair/queries.ts';
import { useAct } from '../appeal/useAct.ts';
import { openAppeal } from '../frame/openAppeal.ts';
import { useProblems } from '../problem/store.ts';
import { useLanguage } from '../settings/useSettings.ts';
import { addressWords } from '../ui/addressWords.ts';
import { NoticeBar } from '../ui/NoticeBar.tsx';
import { problemText } from '../ui/problemText.ts';
import { useFormat } from '../ui/useFormat.ts';
import { useTexts } from '../useTexts.ts';
import { joinCommands } from './joinCommands.ts';
import { useApart } from './useApart.ts';
import './pair.css';

/** For leads: appeals about one thing that were registered apart, each group with its two ways on. Nothing is joined by itself. */
export function ApartList() {
  const { t } = useTexts();
  const list = useApart();
  if (list === null || list.groups.length === 0) return null;
  return (
    <section className="apart" aria-label={t('massProblem:apart.title')}>
      <h3>{t('massProblem:apart.title')}</h3>
      <p className="small soft">{t('massProblem:apart.explained')}</p>
      <ul className="apartGroups">
        {list.groups.map((group) => (
          <Group key={group.lines.map(({ id }) => id).join(' ')} group={group} />
        ))}
      </ul>
      {list.more && <p className="small soft">{t('massProblem:apart.more')}</p>}
    </section>
  );
}

function Group({ group }: { readonly group: ApartGroup }) {
  const { t, i18n } = useTexts();
  const language = useLanguage();
  const { topic, place, problem, lines } = group;
  const join = useAct(() => undefined);
  const settle = useAct(() => undefined);
  const topicWords = topicName(topic, language);
  const trouble = join.problem ?? settle.problem;
  const busy = join.busy || settle.busy;
  const differ = () =>
    void settle.run([{ kind: 'pair.settle', payload: { pair: mint(), appeals: lines.map(({ id }) => id) } }]);
  return (
    <li className="apartGroup">
      <b>
        {topicWords} · {addressWords(i18n, { ...place, building: '', flat: '' })}
      </b>
      <ul className="apartLines">
        {lines.map((line) => (
          <Line key={line.id} line={line} />
        ))}
      </ul>
      {trouble && <NoticeBar tone="danger">{problemText(i18n, trouble)}</NoticeBar>}
      <div className="apartActs">
        <Button
          size="compact-sm"
          variant="default"
          disabled={busy}
          onClick={() => void join.run(joinCommands(group, topicWords, mint()))}
        >
          {problem === null
            ? t('massProblem:apart.join')
            : t('massProblem:apart.joinTo', { title: problem.title })}
        </Button>
        <Button size="compact-sm" variant="subtle" disabled={busy} onClick={differ}>
          {t('massProblem:apart.different')}
        </Button>
      </div>
    </li>
  );
}

function Line({ line }: { readonly line: ApartGroup['lines'][number] }) {
  const { t } = useTexts();
  const format = useFormat();
  const { id, number, registeredAt, operatorName, station, excerpt } = line;
  return (
    <li className="small">
      <button
        type="button"
        className="problemNumber tabular"
        onClick={() => {
          useProblems.getState().show(null);
          openAppeal('all', id);
        }}
      >
        {number}
      </button>
      <span className="soft tabular">{format.moment(registeredAt, Date.now())}</span>
      <span className="soft">
        {station === '' ? operatorName : t('massProblem:apart.of', { name: operatorName, station })}
      </span>
      <span className="clip apartExcerpt">{excerpt}</span>
    </li>
  );
}
