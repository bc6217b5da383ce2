import { Modal, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type FormEvent, useState } from 'react';
import { ForwardChannel } from '../../src-shared/appeal/model.ts';
import { AppealId } from '../../src-shared/brand.ts';
import { authorityAbove, authorityName } from '../../src-shared/catalog/authority.ts';
import { topicByCode } from '../../src-shared/catalog/topic.ts';
import { useLanguage } from '../settings/useSettings.ts';
import { AuthoritySelect } from '../ui/CatalogSelects.tsx';
import { ChoiceRow } from '../ui/ChoiceRow.tsx';
import { NoticeBar } from '../ui/NoticeBar.tsx';
import { problemText } from '../ui/problemText.ts';
import { useQuery } from '../useQuery.ts';
import { useTexts } from '../useTexts.ts';
import { DialogButtons } from './AssignDialog.tsx';
import { type AppealDialog, useAppeals } from './store.ts';
import { useAct } from './useAct.ts';

/** Records that an appeal was handed to an authority; the one proposed for its topic is filled in. */
export function ForwardDialog({ dialog }: { readonly dialog: AppealDialog }) {
  const { t, i18n } = useTexts();
  const language = useLanguage();
  const { value: detail } = useQuery(
    'appeal.get',
    { appeal: AppealId.parse(dialog.appeal) },
    { records: ['appeal'] },
  );
  const barred = detail?.appeal.kind === 'complaint' ? (detail.appeal.complainedOf ?? '') : '';
  // A complaint is first for whom the body complained of answers to.
  const above = authorityAbove(barred);
  const proposed = [
    ...(above === null ? [] : [above]),
    ...(topicByCode(dialog.topic)?.authorities ?? []),
  ].filter((id) => id !== barred);
  const before = dialog.retry?.forwarding;
  const [chosen, setAuthority] = useState(before?.authority ?? null);
  const authority = chosen ?? proposed[0] ?? '';
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
    const payload = {
      appeal: dialog.appeal,
      authority,
      role: null,
      channel,
      note: note.trim(),
      again: null,
    };
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
        {detail?.appeal.confidential && <NoticeBar tone="warn">{t('appeal:forward.confidential')}</NoticeBar>}
        {barred !== '' && (
          <NoticeBar tone="warn">
            {t('appeal:forward.barred', { name: authorityName(barred, language) })}
          </NoticeBar>
        )}
        <AuthoritySelect
          label={t('appeal:forward.authority')}
          value={authority}
          proposed={proposed}
          hint={t('appeal:forward.proposed')}
          barred={[barred]}
          barredWhy={t('appeal:forward.barredWhy')}
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
