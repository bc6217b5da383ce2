import { Button, Modal } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type FormEvent, useState } from 'react';
import { v7 as mint } from 'uuid';
import { CommandKey } from '../frame/CommandKey.tsx';
import type { WindowCommand } from '../frame/shortcuts.ts';
import { call } from '../ipc.ts';
import { mayRun } from '../session/useSession.ts';
import type { Choice } from '../ui/choice.ts';
import { NoticeBar } from '../ui/NoticeBar.tsx';
import { problemText } from '../ui/problemText.ts';
import { SearchSelect } from '../ui/SearchSelect.tsx';
import { searchWords } from '../ui/searchWords.ts';
import { useQuery } from '../useQuery.ts';
import { useTexts } from '../useTexts.ts';
import { type AppealDialog, useAppeals } from './store.ts';
import { useAct } from './useAct.ts';

/** Value of the choice "nobody": different from "not chosen yet". */
const NOBODY = 'nobody';

/** Gives an appeal to somebody: type a part of the name, Enter, Enter. */
export function AssignDialog({ dialog }: { readonly dialog: AppealDialog }) {
  const { t, i18n } = useTexts();
  const { value } = useQuery('operator.list', {}, { records: ['operator'] });
  const [to, setTo] = useState('');
  const [tried, setTried] = useState(false);
  const close = () => useAppeals.getState().ask(null);

  const operators = value?.operators ?? [];
  const names = Object.fromEntries(operators.map((operator) => [operator.id, operator.name]));
  const choices: Choice[] = operators
    .filter(
      (operator) =>
        operator.active && operator.id !== dialog.assignee && mayRun(operator.role, 'appeal.forward'),
    )
    .map((operator) => ({ value: operator.id, label: operator.name, path: t(`role:${operator.role}`) }));
  if (dialog.assignee !== null) choices.push({ value: NOBODY, label: t('appeal:assign.nobody') });
  const find = searchWords(
    choices.map((choice) => ({ item: choice, name: choice.label, words: [], group: '' })),
  );
  const now = dialog.assignee === null ? t('appeal:nobody') : (names[dialog.assignee] ?? '');

  const act = useAct(() => {
    close();
    const name = to === NOBODY ? t('appeal:nobody') : (names[to] ?? '');
    const id = `assigned-${dialog.appeal}`;
    const undo = async () => {
      notifications.hide(id);
      const back = { appeal: dialog.appeal, from: to === NOBODY ? null : to, to: dialog.assignee };
      const answer = await call('command.submit', {
        action: mint(),
        commands: [{ kind: 'appeal.assign', payload: back }],
        consumes: [],
      });
      if (!answer.ok)
        notifications.show({ message: problemText(i18n, answer.error, names), color: 'danger' });
    };
    notifications.show({
      id,
      message: (
        <span className="toastLine">
          {t('appeal:assign.done', { number: dialog.number, name })}
          <Button size="compact-sm" variant="light" onClick={() => void undo()}>
            {t('appeal:assign.undo')}
          </Button>
        </span>
      ),
    });
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (to === '') return;
    const payload = { appeal: dialog.appeal, from: dialog.assignee, to: to === NOBODY ? null : to };
    void act.run([{ kind: 'appeal.assign', payload }, ...(dialog.retry?.settles ?? [])]);
  };
  return (
    <Modal
      opened
      onClose={close}
      title={t('appeal:assign.title', { number: dialog.number })}
      closeButtonProps={{ 'aria-label': t('frame:close') }}
    >
      <form className="people" onSubmit={submit}>
        <span className="soft">{t('appeal:assign.now', { name: now })}</span>
        <SearchSelect
          label={t('appeal:assign.to')}
          value={to}
          chosen={choices.find((choice) => choice.value === to) ?? null}
          find={find}
          error={tried && to === '' ? t('appeal:assign.choose') : undefined}
          autoFocus
          onChange={setTo}
        />
        {act.problem && <NoticeBar tone="danger">{problemText(i18n, act.problem, names)}</NoticeBar>}
        <DialogButtons label={t('appeal:assign')} busy={act.busy} onCancel={close} />
      </form>
    </Modal>
  );
}

interface DialogButtonsProps {
  readonly label: string;
  readonly busy: boolean;
  /** The key that does the same. */
  readonly command?: WindowCommand;
  readonly onCancel: () => void;
}

/** The act and the way back. */
export function DialogButtons({ label, busy, command, onCancel }: DialogButtonsProps) {
  const { t } = useTexts();
  return (
    <div className="dialogButtons">
      <Button variant="default" onClick={onCancel}>
        {t('frame:cancel')}
      </Button>
      <Button
        type="submit"
        aria-busy={busy}
        aria-disabled={busy}
        rightSection={command && <CommandKey command={command} quiet />}
      >
        {label}
      </Button>
    </div>
  );
}
