import { Button, Modal } from '@mantine/core';
import { useSettingsDialog } from '../settings/store.ts';
import { Kbd } from '../ui/Kbd.tsx';
import { useTexts } from '../useTexts.ts';
import { fixedKeys } from './fixedKeys.ts';
import { ANSWER_NUMBERS, type Shortcut, type WindowCommand } from './shortcuts.ts';
import { type Section, useFrame } from './store.ts';
import { useShortcuts } from './useShortcuts.ts';

type KeyText = Exclude<WindowCommand, `section${number}`>;

/** Keys that belong to one kind of screen; the rest works everywhere. */
const ONLY_IN_CALL: readonly WindowCommand[] = [
  'caller',
  'end',
  'consultation',
  'appeal',
  'park',
  'complete',
  'nextQuestion',
  'tellDanger',
  'answers',
  'noAnswer',
  ...ANSWER_NUMBERS.map((number) => `answer${number}` as const),
  'tellAnnounced',
  'askNext',
  'skipQuestion',
  'similar',
  'acceptSign',
  'discard',
  'spelling',
  'versions',
  'snippet',
  'takeFact',
  'dropFact',
  'turnLayout',
  'tag1',
  'tag2',
  'tag3',
  'tag4',
  'tag5',
  'tag6',
];

const LIST_KEYS = [
  'move',
  'open',
  'assign',
  'assignAll',
] as const satisfies readonly (keyof typeof fixedKeys)[];

/** The keys of the sections in their order, as one line; empty when all were turned off. */
function sectionsWritten(list: readonly Shortcut[]): string {
  const written = list.flatMap(({ command, written: key }) =>
    command.startsWith('section') && key !== '' ? [key] : [],
  );
  return written.length > 1 ? `${written[0]} … ${written.at(-1)}` : (written[0] ?? '');
}

/** F1: the keys of the screen that is open. */
export function KeysHelp({ section }: { readonly section: Section | null }) {
  const { t } = useTexts();
  const shown = useFrame((state) => state.keysShown);
  const showKeys = useFrame((state) => state.showKeys);
  const isCall = section === 'call';
  const list = useShortcuts();
  const sections = sectionsWritten(list);
  const own = list.filter(
    (shortcut) =>
      !shortcut.command.startsWith('section') &&
      shortcut.written !== '' &&
      (isCall || !ONLY_IN_CALL.includes(shortcut.command)),
  );
  return (
    <Modal
      opened={shown}
      onClose={() => showKeys(false)}
      title={t('keys:title')}
      size="32rem"
      closeButtonProps={{ 'aria-label': t('frame:close') }}
    >
      <dl className="keysTable">
        {own.map((shortcut) => (
          <Line
            key={shortcut.command}
            text={t(`keys:${shortcut.command as KeyText}`)}
            written={shortcut.written}
          />
        ))}
        {sections !== '' && <Line text={t('keys:sections')} written={sections} />}
        {isCall ? (
          <>
            <Line text={t('keys:expand')} written={fixedKeys.expand} />
            <Line text={t('keys:undo')} written={fixedKeys.undo} />
          </>
        ) : (
          LIST_KEYS.map((key) => <Line key={key} text={t(`keys:${key}`)} written={fixedKeys[key]} />)
        )}
      </dl>
      <Button
        variant="default"
        mt="md"
        onClick={() => {
          showKeys(false);
          useSettingsDialog.getState().show('keys');
        }}
      >
        {t('keys:change')}
      </Button>
    </Modal>
  );
}

function Line({ text, written }: { readonly text: string; readonly written: string }) {
  return (
    <>
      <dt>{text}</dt>
      <dd>
        <Kbd>{written}</Kbd>
      </dd>
    </>
  );
}
