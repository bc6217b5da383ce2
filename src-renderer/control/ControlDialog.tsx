import { Modal } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { InputOf } from '../../src-shared/ipc/contract.ts';
import { DialogButtons } from '../appeal/AssignDialog.tsx';
import { useAct } from '../appeal/useAct.ts';
import { NoticeBar } from '../ui/NoticeBar.tsx';
import { problemText } from '../ui/problemText.ts';
import { useTexts } from '../useTexts.ts';
import { useControlAct } from './openAct.ts';

type Commands = InputOf<'command.submit'>['commands'];

interface ControlDialogFrameProps {
  readonly title: string;
  readonly confirm: string;
  /** Said when it is done. */
  readonly done: string;
  /** The commands, or null while something is missing; then the fields say what. */
  readonly commands: () => Commands | null;
  readonly children: (tried: boolean) => ReactNode;
}

/** Title, fields, the act and the way back: every dialog of control. What was entered stays until it is done. */
export function ControlDialogFrame({ title, confirm, done, commands, children }: ControlDialogFrameProps) {
  const { t, i18n } = useTexts();
  const [tried, setTried] = useState(false);
  const close = () => useControlAct.getState().ask(null);
  const act = useAct(() => {
    close();
    notifications.show({ message: done });
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const given = commands();
    if (given !== null) void act.run(given);
  };
  return (
    <Modal
      opened
      onClose={close}
      size="38rem"
      title={title}
      closeButtonProps={{ 'aria-label': t('frame:close') }}
    >
      <form className="people" onSubmit={submit} noValidate>
        {children(tried)}
        {act.problem && <NoticeBar tone="danger">{problemText(i18n, act.problem)}</NoticeBar>}
        <DialogButtons label={confirm} busy={act.busy} onCancel={close} />
      </form>
    </Modal>
  );
}
