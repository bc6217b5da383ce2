import { Modal, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type FormEvent, useState } from 'react';
import { ForwardChannel } from '../../src-shared/appeal/model.ts';
import { authorityName } from '../../src-shared/catalog/authority.ts';
import { topicByCode } from '../../src-shared/catalog/topic.ts';
import { useLanguage } from '../settings/useSettings.ts';
import { ChoiceRow } from '../ui/ChoiceRow.tsx';
import { findAuthorities } from '../ui/catalogChoices.ts';
import { NoticeBar } from '../ui/NoticeBar.tsx';
import { problemText } from '../ui/problemText.ts';
import { SearchSelect } from '../ui/SearchSelect.tsx';
import { useTexts } from '../useTexts.ts';
import { DialogButtons } from './AssignDialog.tsx';
import { type AppealDialog, useAppeals } from './store.ts';
import { useAct } from './useAct.ts';

/** Records that an appeal was handed to an authority; the one proposed for its topic is filled in. */
export function ForwardDialog({ dialog }: { readonly dialog: AppealDialog }) {
  const { t, i18n } = useTexts();
  const language = useLanguage();
  const proposed = topicByCode(dialog.topic)?.authorities ?? [];
  const before = dialog.retry?.forwarding;
  const [authority, setAuthority] = useState(before?.authority ?? proposed[0] ?? '');
  const [channel, setChannel] = useState<ForwardChannel>(before?.channel ?? 'phone');
  const [note, setNote] = useState(before?.note ?? '');
  const [tried, setTried] = useState(false);
  const close = () => useAppeals.getState().ask(null);
  const act = useAct(() => {
    close();
    notifications.show({
      message: t('appeal:forward.done', { number: dialog.number, name: authorityName(authority, language) }),
    });
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (authority === '') return;
    const payload = { appeal: dialog.appeal, authority, channel, note: note.trim() };
    void act.run([{ kind: 'appeal.forward', payload }, ...(dialog.retry?.settles ?? [])]);
  };
  return (
    <Modal
      opened
      onClose={close}
      size="36rem"
      title={t('appeal:forward.title', { number: dialog.number })}
      closeButtonProps={{ 'aria-label': t('frame:close') }}
    >
      <form className="people" onSubmit={submit}>
        <SearchSelect
          label={t('appeal:forward.authority')}
          value={authority}
          chosen={authority === '' ? null : { value: authority, label: authorityName(authority, language) }}
          find={(query) => findAuthorities(language, query, proposed, t('appeal:forward.proposed'))}
          description={proposed.includes(authority) ? t('appeal:forward.proposed') : undefined}
          error={tried && authority === '' ? t('appeal:forward.choose') : undefined}
          autoFocus
          onChange={setAuthority}
        />
        <ChoiceRow
          label={t('appeal:forward.channel')}
          name="channel"
          value={channel}
          vertical
          choices={ForwardChannel.options.map((value) => ({ value, label: t(`appeal:channel.${value}`) }))}
          onChange={setChannel}
        />
        <Textarea
          label={t('appeal:forward.note')}
          value={note}
          maxLength={1000}
          autosize
          minRows={2}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        {act.problem && <NoticeBar tone="danger">{problemText(i18n, act.problem)}</NoticeBar>}
        <DialogButtons label={t('appeal:forward.confirm')} busy={act.busy} onCancel={close} />
      </form>
    </Modal>
  );
}
