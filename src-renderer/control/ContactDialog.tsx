import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { ForwardChannel } from '../../src-shared/appeal/model.ts';
import { authorityAbove, authorityName } from '../../src-shared/catalog/authority.ts';
import { escalationStep } from '../../src-shared/control/escalation.ts';
import { useLanguage } from '../settings/useSettings.ts';
import { ChoiceRow } from '../ui/ChoiceRow.tsx';
import { useTexts } from '../useTexts.ts';
import { ControlDialogFrame } from './ControlDialog.tsx';
import type { ControlDialog } from './openAct.ts';

const KINDS = ['received', 'opened', 'reminder', 'escalation'] as const;
type Kind = (typeof KINDS)[number];

/** A talk with a body about an appeal, with how and with whom; the next step by the rule is chosen already, with its reason. */
export function ContactDialog({
  dialog,
}: {
  readonly dialog: Extract<ControlDialog, { execution: unknown }>;
}) {
  const { t } = useTexts();
  const language = useLanguage();
  const { detail, execution } = dialog;
  const proposed = escalationStep(execution, Date.now());
  const [kind, setKind] = useState<Kind>(proposed.kind);
  const [channel, setChannel] = useState<ForwardChannel>('phone');
  const [note, setNote] = useState('');
  const above = authorityAbove(execution.authority);
  const to = kind === 'escalation' && proposed.isToLead !== true ? above : null;
  const name = authorityName(execution.authority, language);
  const upTo = to === null ? t('control:toLead') : authorityName(to, language);
  return (
    <ControlDialogFrame
      title={t('control:contact.title', { name })}
      confirm={t('control:contact.confirm')}
      done={t('control:contact.done', { number: detail.appeal.number, name })}
      commands={() => [
        {
          kind: 'execution.contact',
          payload: {
            appeal: detail.appeal.id,
            execution: execution.id,
            kind,
            channel,
            to,
            note: note.trim(),
          },
        },
      ]}
    >
      {() => (
        <>
          <p className="soft">{t(`control:step.${proposed.why}`)}</p>
          <ChoiceRow
            label={t('control:contact')}
            name="contact"
            value={kind}
            vertical
            choices={KINDS.map((value) => ({ value, label: t(`control:contact.${value}`) }))}
            hint={kind === 'escalation' ? t('control:contact.to', { name: upTo }) : undefined}
            onChange={setKind}
          />
          <ChoiceRow
            label={t('appeal:forward.channel')}
            name="channel"
            value={channel}
            choices={ForwardChannel.options.map((value) => ({ value, label: t(`appeal:channel.${value}`) }))}
            onChange={setChannel}
          />
          <Textarea
            label={t('control:contact.note')}
            value={note}
            maxLength={1000}
            autosize
            minRows={2}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
        </>
      )}
    </ControlDialogFrame>
  );
}
