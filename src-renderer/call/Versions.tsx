import { ActionIcon, Button, Modal } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { type FormEvent, type RefObject, useEffect, useState } from 'react';
import { CallId } from '../../src-shared/brand.ts';
import type { NoteLine } from '../../src-shared/call/model.ts';
import { formatOffset, notesText } from '../../src-shared/call/notes.ts';
import { fixedKeys } from '../frame/fixedKeys.ts';
import { useWritten } from '../frame/useShortcuts.ts';
import { useWindowCommand } from '../frame/windowCommands.ts';
import { EmptyState, FailedState, LoadingState } from '../ui/StateView.tsx';
import { useFormat } from '../ui/useFormat.ts';
import { useQuery } from '../useQuery.ts';
import { useTexts } from '../useTexts.ts';
import { changeNotes, drafts } from './acts.ts';
import { earlierVersions, type NotesVersion } from './noteVersions.ts';
import type { OpenCall } from './openCall.ts';
import { useCallNow } from './store.ts';
import './versions.css';

interface VersionsProps {
  readonly call: OpenCall;
  readonly resting: boolean;
  readonly area: RefObject<HTMLTextAreaElement | null>;
}

/** Earlier texts of the pad, in its head: by a key or a button. What is brought back is an edit like any other. */
export function Versions({ call, resting, area }: VersionsProps) {
  const { t } = useTexts();
  const [isOpen, setOpen] = useState(false);
  const written = useWritten('versions');
  const open = () => {
    drafts.flush();
    setOpen(true);
  };
  const close = () => {
    setOpen(false);
    area.current?.focus();
  };
  useWindowCommand('versions', resting ? null : open);
  const bringBack = (version: NotesVersion) => {
    changeNotes(call.id, notesText(version.lines));
    close();
  };
  return (
    <>
      <ActionIcon
        variant="subtle"
        color="gray"
        disabled={resting}
        aria-label={t('call:versions')}
        title={written === '' ? t('call:versions') : t('call:versions.by', { keys: written })}
        onClick={open}
      >
        <IconHistory size="1.125rem" stroke={1.75} aria-hidden />
      </ActionIcon>
      <Modal
        opened={isOpen}
        onClose={close}
        title={t('call:versions')}
        size="52rem"
        returnFocus={false}
        closeButtonProps={{ 'aria-label': t('frame:close') }}
      >
        {isOpen && <VersionList call={call} onTake={bringBack} />}
      </Modal>
    </>
  );
}

function VersionList({
  call,
  onTake,
}: {
  readonly call: OpenCall;
  readonly onTake: (version: NotesVersion) => void;
}) {
  const { t } = useTexts();
  const { value, problem, reload } = useQuery('draft.past', { call: CallId.parse(call.id), field: 'notes' });
  // What was given may not follow every letter of the notes.
  const { lines } = useCallNow(call);
  const [chosen, setChosen] = useState(0);
  const versions = value === undefined ? [] : earlierVersions(value.versions, lines);
  if (problem !== null) return <FailedState problem={problem} onRetry={reload} />;
  if (value === undefined) return <LoadingState rows={3} />;
  const version = versions[Math.min(chosen, versions.length - 1)];
  if (version === undefined) {
    return (
      <EmptyState title={t('call:versions.empty')}>
        <p>{t('call:versions.when')}</p>
      </EmptyState>
    );
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onTake(version);
  };
  return (
    <form onSubmit={submit}>
      <div className="versions">
        <VersionChoices versions={versions} chosen={version} onChoose={setChosen} />
        <VersionText lines={version.lines} present={lines} />
      </div>
      <div className="versionsFoot">
        <Button type="submit" rightSection={<span className="small keyHint">{fixedKeys.open}</span>}>
          {t('call:versions.take')}
        </Button>
        <span className="small soft">{t('call:versions.undo', { keys: fixedKeys.undo })}</span>
      </div>
    </form>
  );
}

interface VersionChoicesProps {
  readonly versions: readonly NotesVersion[];
  readonly chosen: NotesVersion;
  readonly onChoose: (index: number) => void;
}

/** The states, newest first: arrows move as in any group of radio buttons, Enter brings the chosen one back. */
function VersionChoices({ versions, chosen, onChoose }: VersionChoicesProps) {
  const { t } = useTexts();
  const format = useFormat();
  useEffect(() => {
    document.querySelector<HTMLInputElement>('.versionChoices input:checked')?.focus();
  }, []);
  return (
    <fieldset className="versionChoices">
      <legend className="onlyHeard">{t('call:versions')}</legend>
      {versions.map((version, index) => (
        <label key={version.rev} className="versionChoice" data-checked={version === chosen || undefined}>
          <input
            type="radio"
            name="notes-version"
            checked={version === chosen}
            onChange={() => onChoose(index)}
          />
          <span className="tabular">{format.seconds(version.savedAt)}</span>
          <span className="small soft clip">{version.begins}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** The text of a state; what the pad no longer has is marked. */
function VersionText({
  lines,
  present,
}: {
  readonly lines: readonly NoteLine[];
  readonly present: readonly NoteLine[];
}) {
  const { t } = useTexts();
  const now = new Set(present.map(({ text }) => text));
  return (
    <ol className="versionText" aria-label={t('call:versions.text')}>
      {lines.map((line, index) => {
        const isGone = line.text !== '' && !now.has(line.text);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place in the text
          <li key={index} data-gone={isGone || undefined}>
            <span className="padStamp">{line.text === '' ? '' : formatOffset(line.atMs)}</span>
            <span>
              {isGone && <span className="onlyHeard">{t('call:versions.gone')}</span>}
              {line.text}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
