import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useEffect, useState } from 'react';
import type { ForwardChannel } from '../../src-shared/appeal/model.ts';
import type { AttentionItem } from '../../src-shared/attention/queries.ts';
import { commandSpec } from '../../src-shared/command/registry.ts';
import type { InputOf } from '../../src-shared/ipc/contract.ts';
import type { Problem } from '../../src-shared/ipc/envelope.ts';
import { editRefusedAnnouncement } from '../announcement/store.ts';
import type { CardValues } from '../appeal/cardValues.ts';
import { type AppealDialog, useAppeals } from '../appeal/store.ts';
import { useAct } from '../appeal/useAct.ts';
import { openAppeal } from '../frame/openAppeal.ts';
import { useFrame } from '../frame/store.ts';
import { call } from '../ipc.ts';
import { type KnowledgePart, useKnowledge } from '../knowledge/store.ts';
import { editRefused } from '../knowledge/writing.ts';
import { editRefusedScript } from '../script/store.ts';
import { useSession } from '../session/useSession.ts';
import { editRefusedSnippet } from '../snippet/store.ts';
import { NoticeBar } from '../ui/NoticeBar.tsx';
import { problemText } from '../ui/problemText.ts';
import { type TextKey, useTexts } from '../useTexts.ts';
import { RETRY_FORMS, RetryDialog } from './RetryDialog.tsx';
import { handing, sendingAgain, settling } from './settling.ts';

type Commands = InputOf<'command.submit'>['commands'];

interface ActionsProps {
  readonly item: AttentionItem;
  readonly names: Readonly<Record<string, string>>;
  readonly onDone: () => void;
}

/** Refusals that only say what stands at the centre already: leaving it so is a way on of its own. */
const STANDS_ALREADY: readonly string[] = [
  'already_assigned',
  'already_forwarded',
  'call_already_finished',
  'conflict_resolved',
  'attention_settled',
  'value_changed',
];

/** What belongs to the end of a matter and is not done twice by sending it again. */
const NEVER_AGAIN: readonly string[] = ['conflict.resolve', 'attention.settle', 'practice.tell'];

/** Every way on for one entry. What only this workstation knows of can be hidden, no more: the centre has not spoken yet. */
export function EntryActions({ item, names, onDone }: ActionsProps) {
  const { t, i18n } = useTexts();
  const { operator } = useSession();
  const act = useAct(onDone);
  const [hideProblem, setHideProblem] = useState<Problem | null>(null);
  const problem = act.problem ?? hideProblem;
  const { appeal } = item;
  const settle = (commands: Commands, done: TextKey) =>
    void act.run(commands).then((isDone) => isDone && notifications.show({ message: t(done) }));
  const run = (commands: Commands) => settle(commands, 'attention:retry.done');
  const hide = async () => {
    const answer = await call('attention.dismiss', { command: item.command });
    if (answer.ok) onDone();
    else setHideProblem(answer.error);
  };
  const isJudged = item.known === 'centre';
  const isConflict = item.conflicts.length > 0;
  return (
    <>
      {problem && <NoticeBar tone="danger">{problemText(i18n, problem, names)}</NoticeBar>}
      <div className="recordActions">
        {isJudged && !isConflict && <Again item={item} names={names} onDone={onDone} run={run} />}
        {isJudged && item.code !== null && STANDS_ALREADY.includes(item.code) && (
          <Button
            variant="default"
            onClick={() => settle(settling(item.command, 'kept_server'), 'attention:keepServer.done')}
          >
            {t('attention:keepServer')}
          </Button>
        )}
        {appeal !== null && (
          <Button variant="default" onClick={() => openAppeal('all', appeal.id)}>
            {t('attention:openAppeal')}
          </Button>
        )}
        {isJudged && item.state === 'open' && operator.role !== 'lead' && (
          <Button variant="default" onClick={() => settle(handing(item.command), 'attention:hand.done')}>
            {t('attention:hand')}
          </Button>
        )}
        {isJudged && !isConflict && (
          <Discard
            item={item}
            onDiscard={() => settle(settling(item.command, 'discarded'), 'attention:discard.done')}
          />
        )}
        {!isJudged && (
          <Button variant="subtle" onClick={() => void hide()}>
            {t('attention:hide')}
          </Button>
        )}
      </div>
    </>
  );
}

interface RunProps {
  /** Does it as one act; what hinders it is shown above the buttons. */
  readonly run: (commands: Commands) => void;
}

/** Corrects and sends again, or insists. */
function Again({ item, names, onDone, run }: ActionsProps & RunProps) {
  const { t } = useTexts();
  const { operator } = useSession();
  const [isOpen, setOpen] = useState(false);
  const spec = commandSpec(item.kind);
  if (!spec?.mayRun.includes(operator.role) || NEVER_AGAIN.includes(item.kind)) return null;
  if (spec.payload.safeParse(item.payload).success === false) return null;
  if (EDITORS[item.kind] !== undefined) return <Compare item={item} />;
  const dialog = dialogFor(item);
  if (dialog !== null) {
    return (
      <>
        {item.code === 'already_assigned' && <Insist item={item} names={names} run={run} />}
        <Button
          variant={item.code === 'already_assigned' ? 'default' : 'filled'}
          onClick={() => useAppeals.getState().ask(dialog)}
        >
          {t(item.kind === 'appeal.assign' ? 'attention:retry.assign' : 'attention:retry')}
        </Button>
      </>
    );
  }
  if (RETRY_FORMS.includes(item.kind)) {
    return (
      <>
        <Button onClick={() => setOpen(true)}>{t('attention:retry')}</Button>
        {isOpen && (
          <RetryDialog
            item={item}
            names={names}
            onClose={() => {
              setOpen(false);
              onDone();
            }}
          />
        )}
      </>
    );
  }
  return <Button onClick={() => run(sendingAgain(item, item.payload))}>{t('attention:retry.plain')}</Button>;
}

/** Editors of the knowledge base: each takes a refused text, with the part it stands in. */
const EDITORS: Readonly<
  Record<string, { readonly part: KnowledgePart; readonly edit: typeof editRefused } | undefined>
> = {
  'article.save': { part: 'articles', edit: editRefused },
  'announcement.save': { part: 'announcements', edit: editRefusedAnnouncement },
  'script.save': { part: 'scripts', edit: editRefusedScript },
  'snippet.save': { part: 'snippets', edit: editRefusedSnippet },
};

/** What a lead wrote goes back into the editor, beside what is published now. */
function Compare({ item }: Pick<ActionsProps, 'item'>) {
  const { t } = useTexts();
  const compare = () => {
    const editor = EDITORS[item.kind];
    if (editor === undefined || !editor.edit(item.command, item.payload)) return;
    useKnowledge.setState({ part: editor.part });
    useFrame.getState().go('knowledge');
  };
  return <Button onClick={compare}>{t('knowledge:compare')}</Button>;
}

/** Gives the appeal to whom it was meant for, now from the one who has it. */
function Insist({ item, names, run }: Pick<ActionsProps, 'item' | 'names'> & RunProps) {
  const { t } = useTexts();
  const { appeal } = item;
  if (appeal === null) return null;
  const to = item.payload.to === null ? null : String(item.payload.to);
  const name = to === null ? t('appeal:nobody') : (names[to] ?? '…');
  const payload = { appeal: appeal.id, from: appeal.assignee, to };
  return (
    <Button onClick={() => run([{ kind: 'appeal.assign', payload }, ...settling(item.command, 'kept_mine')])}>
      {t('attention:keepMine', { name })}
    </Button>
  );
}

/** The dialog of the appeal's page that corrects such a command, filled in; null for a kind without one. */
function dialogFor(item: AttentionItem): AppealDialog | null {
  const { appeal, payload } = item;
  if (appeal === null) return null;
  const settles = settling(item.command, 'sent_again');
  const of = item.command;
  const { id, number, topic, assignee } = appeal;
  const common = { appeal: id, number, topic, assignee };
  switch (item.kind) {
    case 'appeal.assign':
      return { ...common, kind: 'assign', retry: { of, settles } };
    case 'appeal.forward': {
      const forwarding = payload as { authority: string; channel: ForwardChannel; note: string };
      return { ...common, kind: 'forward', retry: { of, settles, forwarding } };
    }
    case 'appeal.amend': {
      const changes = payload.changes as { field: string; value: unknown }[];
      const values = Object.fromEntries(changes.map(({ field, value }) => [field, value]));
      return { ...common, kind: 'amend', retry: { of, settles, values: values as Partial<CardValues> } };
    }
    default:
      return null;
  }
}

/** Giving a command up cannot be taken back, so it is asked once, in place. */
function Discard({ item, onDiscard }: { readonly item: AttentionItem; readonly onDiscard: () => void }) {
  const { t } = useTexts();
  const [asking, setAsking] = useState(false);
  const [focusBack, setFocusBack] = useState(false);
  const id = `discard-${item.command}`;
  useEffect(() => {
    if (!asking && focusBack) document.getElementById(id)?.focus();
  }, [asking, focusBack, id]);
  if (!asking) {
    return (
      <Button id={id} variant="subtle" onClick={() => setAsking(true)}>
        {t('attention:discard')}
      </Button>
    );
  }
  return (
    <div className="recordActions" role="group" aria-label={t('attention:discard')}>
      <span>{t('attention:discard.ask')}</span>
      <Button variant="default" onClick={onDiscard}>
        {t('attention:discard.yes')}
      </Button>
      <Button
        autoFocus
        onClick={() => {
          setAsking(false);
          setFocusBack(true);
        }}
      >
        {t('attention:discard.no')}
      </Button>
    </div>
  );
}
