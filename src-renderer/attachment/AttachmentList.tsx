import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import type { FileLine } from '../../src-shared/attachment/queries.ts';
import type { AppealId } from '../../src-shared/brand.ts';
import { call } from '../ipc.ts';
import { mayRun, useSession } from '../session/useSession.ts';
import { NoticeBar } from '../ui/NoticeBar.tsx';
import { problemText } from '../ui/problemText.ts';
import { useFormat } from '../ui/useFormat.ts';
import { useQuery } from '../useQuery.ts';
import { useTexts } from '../useTexts.ts';
import './attachment.css';

interface Props {
  readonly appeal: AppealId;
  /** The appeal itself is at the centre. */
  readonly isAccepted: boolean;
}

/** Files of an appeal, each with its own way to the centre: the appeal never waits for them, and says so. */
export function AttachmentList({ appeal, isAccepted }: Props) {
  const { t } = useTexts();
  const { operator } = useSession();
  const { value } = useQuery(
    'attachment.list',
    { appeal },
    { records: ['attachment', 'operator'], events: ['sync.changed'] },
  );
  const add = useAdd(appeal);
  const files = value?.files ?? [];
  const mayAdd = mayRun(operator.role, 'appeal.attach');
  const waiting = files.filter(({ state }) => state !== 'present').length;
  if (files.length === 0 && !mayAdd) return null;
  return (
    <section>
      <h3>{t('file:title')}</h3>
      {isAccepted && waiting > 0 && (
        <NoticeBar tone="calm">{t('file:waitingNote', { count: waiting })}</NoticeBar>
      )}
      {files.length > 0 && (
        <ul className="files" data-testid="files">
          {files.map((file) => (
            <FileRow key={file.attachment} file={file} />
          ))}
        </ul>
      )}
      {add.notTaken.map(({ name, code }) => (
        <NoticeBar key={name} tone="danger">
          {add.say(code, name)}
        </NoticeBar>
      ))}
      {mayAdd && (
        <Button variant="default" size="compact-md" loading={add.busy} onClick={() => void add.run()}>
          {t('file:add')}
        </Button>
      )}
    </section>
  );
}

/** Lets a person choose files; what could not be taken is said by name and stays until the next choice. */
function useAdd(appeal: AppealId) {
  const { i18n } = useTexts();
  const [busy, setBusy] = useState(false);
  const [notTaken, setNotTaken] = useState<readonly { name: string; code: string }[]>([]);
  return {
    busy,
    notTaken,
    say: (code: string, name: string) => problemText(i18n, { code, data: { name } }),
    async run() {
      setBusy(true);
      setNotTaken([]);
      const answer = await call('attachment.choose', { appeal });
      setBusy(false);
      setNotTaken(answer.ok ? answer.value.notTaken : [{ name: '', code: answer.error.code }]);
    },
  };
}

function FileRow({ file }: { readonly file: FileLine }) {
  const { t, i18n } = useTexts();
  const format = useFormat();
  const percent = Math.floor((100 * file.sent) / Math.max(1, file.size));
  const save = async () => {
    const answer = await call('attachment.save', { attachment: file.attachment });
    if (!answer.ok) notifications.show({ color: 'danger', message: problemText(i18n, answer.error) });
    else if (answer.value.saved) notifications.show({ message: t('file:saved') });
  };
  return (
    <li>
      <span className="fileName">{file.name}</span>
      <span className="soft small">
        {format.bytes(file.size)} · {t(`file:state.${file.state}`, { percent })} ·{' '}
        {t('file:by', { name: file.byName, time: format.moment(file.at, Date.now()) })}
      </span>
      <Button variant="subtle" size="compact-sm" onClick={() => void save()}>
        {t('file:save')}
      </Button>
    </li>
  );
}
