import { CloseButton, Modal } from '@mantine/core';
import { type FormEvent, useMemo, useState } from 'react';
import type { BoardPlan } from '../../src-shared/board/queries.ts';
import { DialogButtons } from '../appeal/AssignDialog.tsx';
import { call } from '../ipc.ts';
import { mayRun } from '../session/useSession.ts';
import type { Choice } from '../ui/choice.ts';
import { NoticeBar } from '../ui/NoticeBar.tsx';
import { problemText } from '../ui/problemText.ts';
import { SearchSelect } from '../ui/SearchSelect.tsx';
import { searchWords } from '../ui/searchWords.ts';
import { useFormat } from '../ui/useFormat.ts';
import { useQuery } from '../useQuery.ts';
import { useTexts } from '../useTexts.ts';
import { moveWork, useMoving, type WorkAsked } from './moving.ts';
import './board.css';

/** Value of the choice "nobody": different from "not chosen yet". */
const NOBODY = 'nobody';

/** Gives many appeals to one or several people: type a part of a name, Enter; what each would get is shown; Enter. */
export function MoveDialog({ asked }: { readonly asked: WorkAsked }) {
  const { t, i18n } = useTexts();
  const format = useFormat();
  const { value: known } = useQuery('operator.list', {}, { records: ['operator'] });
  const [to, setTo] = useState<readonly string[]>([]);
  const [tried, setTried] = useState(false);
  const [isChanged, setChanged] = useState(false);
  const close = () => useMoving.setState({ asked: null });
  const operators = known?.operators;
  const { choices, find, nameOf } = useMemo(() => {
    const whom = (operators ?? [])
      .filter(({ active, role }) => active && mayRun(role, 'appeal.forward'))
      .map(({ id, name, role }): Choice => ({ value: id, label: name, path: t(`role:${role}`) }));
    whom.push({ value: NOBODY, label: t('appeal:assign.nobody') });
    const names = new Map((operators ?? []).map(({ id, name }) => [id as string, name]));
    return {
      choices: whom,
      find: searchWords(whom.map((item) => ({ item, name: item.label, words: [], group: '' }))),
      nameOf: (id: string | null) => (id === null ? t('appeal:nobody') : (names.get(id) ?? '…')),
    };
  }, [operators, t]);
  const input = { of: asked.of, to: to.map((one) => (one === NOBODY ? null : one)) };
  const { value: plan, problem } = useQuery('board.plan', input, { records: ['appeal'] });
  // While the answer to other receivers is on its way the former one is not shown as theirs.
  const shown = plan?.shares.map(({ to: id }) => id ?? NOBODY).join() === to.join() ? plan : undefined;
  const choose = (value: string) => {
    if (value === '') return;
    setChanged(false);
    // Nobody stands alone: work is either given to people or to nobody.
    if (value === NOBODY) setTo([NOBODY]);
    else setTo((before) => [...before.filter((one) => one !== NOBODY && one !== value), value]);
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (to.length === 0 || shown === undefined || useMoving.getState().running !== null) return;
    const fresh = await call('board.plan', input);
    if (!fresh.ok) return;
    // What is done is what was seen: if it has changed meanwhile, it is looked at once more.
    if (JSON.stringify(fresh.value.shares) !== JSON.stringify(shown.shares)) {
      setChanged(true);
      return;
    }
    if (fresh.value.moves.length === 0) return;
    close();
    void moveWork(fresh.value.moves);
  };
  return (
    <Modal
      opened
      onClose={close}
      title={t('board:move.title')}
      closeButtonProps={{ 'aria-label': t('frame:close') }}
    >
      <form className="people" onSubmit={(event) => void submit(event)}>
        <span className="soft">
          {t(`board:move.of.${asked.kind}`, { name: asked.name })}
          {plan && ` · ${t('appeal:list.count', { count: plan.total })}`}
        </span>
        <SearchSelect
          label={t('appeal:assign.to')}
          value=""
          chosen={null}
          find={(query) => find(query).filter(({ value }) => !to.includes(value))}
          description={t('board:move.several')}
          error={tried && to.length === 0 ? t('appeal:assign.choose') : undefined}
          autoFocus
          onChange={choose}
        />
        {to.length > 0 && (
          <ul className="moveShares" aria-label={t('board:move.shares')}>
            {to.map((one) => (
              <li key={one}>
                <span className="clip">{nameOf(one === NOBODY ? null : one)}</span>
                <ShareWords share={shown?.shares.find(({ to: id }) => (id ?? NOBODY) === one)} />
                <CloseButton
                  size="sm"
                  aria-label={t('board:move.leaveOut', {
                    name: choices.find(({ value }) => value === one)?.label,
                  })}
                  onClick={() => setTo(to.filter((other) => other !== one))}
                />
              </li>
            ))}
          </ul>
        )}
        {shown !== undefined && shown.stay > 0 && (
          <span className="small soft">{t('board:move.stay', { count: shown.stay })}</span>
        )}
        {shown !== undefined && shown.left > 0 && (
          <NoticeBar tone="warn">{t('board:move.left', { count: shown.left })}</NoticeBar>
        )}
        {shown !== undefined && to.length > 0 && shown.moves.length === 0 && (
          <NoticeBar>{t('board:move.nothing')}</NoticeBar>
        )}
        {isChanged && <NoticeBar tone="warn">{t('board:move.changed')}</NoticeBar>}
        {problem && <NoticeBar tone="danger">{problemText(i18n, problem)}</NoticeBar>}
        <DialogButtons
          label={
            shown !== undefined && shown.moves.length > 0
              ? t('board:move.do', { count: shown.moves.length, shown: format.number(shown.moves.length) })
              : t('appeal:assign')
          }
          busy={to.length > 0 && shown === undefined}
          onCancel={close}
        />
      </form>
    </Modal>
  );
}

/** What one receiver gets and how much that makes. */
function ShareWords({ share }: { readonly share: BoardPlan['shares'][number] | undefined }) {
  const { t } = useTexts();
  const format = useFormat();
  if (share === undefined) return <span className="small soft">{t('board:move.counting')}</span>;
  const { holds, gets, urgent, overdue, near } = share;
  const words = [
    t('board:move.holds', { before: format.number(holds), after: format.number(holds + gets) }),
    ...(urgent > 0 ? [t('board:move.urgent', { count: urgent })] : []),
    ...(overdue > 0 ? [t('board:move.overdue', { count: overdue })] : []),
    ...(near > 0 ? [t('board:move.near', { count: near })] : []),
  ];
  return (
    <span className="moveShare tabular">
      <strong>{t('board:move.gets', { count: gets })}</strong>
      <span className="small soft">{words.join(' · ')}</span>
    </span>
  );
}
