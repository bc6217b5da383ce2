import { Spotlight, type SpotlightActionGroupData, spotlight } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { Language } from '../../src-shared/settings/model.ts';
import { useCarry } from '../carry/store.ts';
import { useSettings } from '../settings/useSettings.ts';
import { Kbd } from '../ui/Kbd.tsx';
import { searchWords } from '../ui/searchWords.ts';
import { type Translate, useTexts } from '../useTexts.ts';
import { shortcuts, type WindowCommand } from './shortcuts.ts';
import { type Section, useFrame } from './store.ts';
import { isOffered, runWindowCommand, useWindowCommand } from './windowCommands.ts';

type Listed = Exclude<WindowCommand, `section${number}` | 'palette' | 'back'>;

const LISTED = shortcuts.filter(
  (shortcut) =>
    !shortcut.command.startsWith('section') && shortcut.command !== 'palette' && shortcut.command !== 'back',
);

interface Entry {
  readonly id: string;
  readonly label: string;
  readonly written?: string;
  readonly run: () => void;
}

/** Ctrl+K: what can be done now and where one can go. Reads the same list as the keys. */
export function Palette({ sections }: { readonly sections: readonly Section[] }) {
  const { t } = useTexts();
  const { change } = useSettings();
  const go = useFrame((state) => state.go);
  const [groups, setGroups] = useState<readonly { group: string; entries: readonly Entry[] }[]>([]);
  const before = useRef<Element | null>(null);
  const chosen = useRef<(() => void) | null>(null);

  const open = () => {
    before.current = document.activeElement;
    chosen.current = null;
    setGroups([
      { group: t('frame:palette.commands'), entries: [...commandEntries(t), ...carryEntries(t)] },
      {
        group: t('frame:palette.sections'),
        entries: sections.map((section, index) => ({
          id: section,
          label: t(`frame:section.${section}`),
          written: `Alt+${index + 1}`,
          run: () => go(section),
        })),
      },
      {
        group: t('frame:palette.settings'),
        entries: [
          ...Language.options.map((language) => ({
            id: `language-${language}`,
            label: `${t('settings:language')}: ${t(`settings:language.${language}`)}`,
            run: () => change({ language }),
          })),
          ...(['light', 'dark', 'system'] as const).map((theme) => ({
            id: `theme-${theme}`,
            label: `${t('settings:theme')}: ${t(`settings:theme.${theme}`)}`,
            run: () => change({ theme }),
          })),
        ],
      },
    ]);
    spotlight.open();
  };
  useWindowCommand('palette', open);

  // The choice acts after the palette is gone, so that the focus it sets is the last word.
  const afterClose = () => {
    if (before.current instanceof HTMLElement) before.current.focus();
    chosen.current?.();
  };
  return (
    <>
      <button type="button" className="paletteButton" onClick={open}>
        <IconSearch size="1rem" stroke={1.75} aria-hidden />
        <span className="clip">{t('frame:palette.open')}</span>
        <Kbd>Ctrl+K</Kbd>
      </button>
      <Spotlight
        shortcut={null}
        returnFocus={false}
        overlayProps={{ backgroundOpacity: 0.35, blur: 0 }}
        scrollable
        maxHeight="24rem"
        transitionProps={{ duration: 0, onExited: afterClose }}
        searchProps={{
          placeholder: t('frame:palette.placeholder'),
          'aria-label': t('frame:palette.placeholder'),
          leftSection: <IconSearch size="1.125rem" stroke={1.75} aria-hidden />,
        }}
        nothingFound={t('frame:palette.nothing')}
        filter={(query, actions) => filterGroups(query, actions as SpotlightActionGroupData[])}
        actions={groups.map(({ group, entries }) => ({
          group,
          actions: entries.map((entry) => ({
            id: entry.id,
            label: entry.label,
            rightSection: entry.written ? <Kbd>{entry.written}</Kbd> : undefined,
            onClick: () => {
              chosen.current = entry.run;
            },
          })),
        }))}
      />
    </>
  );
}

function commandEntries(t: Translate): Entry[] {
  return LISTED.filter(({ command }) => isOffered(command)).map(({ command, written }) => ({
    id: command,
    label: t(`keys:${command as Listed}`),
    written,
    run: () => void runWindowCommand(command),
  }));
}

/** Acts without a key of their own: they are seldom, and nobody should do them by mistake. */
function carryEntries(t: Translate): Entry[] {
  return (['save', 'take'] as const).map((dialog) => ({
    id: `carry-${dialog}`,
    label: t(`carry:${dialog}`),
    run: () => useCarry.getState().show(dialog),
  }));
}

/** Finds by the beginnings of words, as every search box of the window. */
function filterGroups(query: string, groups: SpotlightActionGroupData[]): SpotlightActionGroupData[] {
  return groups.map((group) => ({
    ...group,
    actions: searchWords(
      group.actions.map((action) => ({
        item: action,
        name: action.label ?? '',
        words: [],
        group: group.group,
      })),
    )(query),
  }));
}
