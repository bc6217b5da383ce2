import { useDebouncedValue } from '@mantine/hooks';
import { createSpotlight, Spotlight } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { Language } from '../../src-shared/settings/model.ts';
import { useCalls } from '../call/store.ts';
import { useCarry } from '../carry/store.ts';
import { foundDrafts } from '../find/foundDrafts.ts';
import { coverageSentence, draftGroup, foundGroups, meaningSentence } from '../find/foundEntries.ts';
import { useSettings } from '../settings/useSettings.ts';
import { Kbd } from '../ui/Kbd.tsx';
import { searchWords } from '../ui/searchWords.ts';
import { useFormat } from '../ui/useFormat.ts';
import { useQuery } from '../useQuery.ts';
import { type Translate, useTexts } from '../useTexts.ts';
import { CommandKey } from './CommandKey.tsx';
import type { Shortcut, WindowCommand } from './shortcuts.ts';
import { type Section, useFrame } from './store.ts';
import { useShortcuts } from './useShortcuts.ts';
import { isOffered, runWindowCommand, useWindowCommand } from './windowCommands.ts';

type Listed = Exclude<WindowCommand, `section${number}` | 'palette' | 'back'>;

/** What the box offers beside the sections: everything but itself and the way back. */
function isListed({ command }: Shortcut): boolean {
  return !command.startsWith('section') && command !== 'palette' && command !== 'back';
}

interface Entry {
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  readonly written?: string;
  readonly run: () => void;
}

/** Pause of typing after which everything held here is searched, in milliseconds: searching is fast, every letter is too much. */
const PAUSE_MS = 120;
/** Most hits of each kind. */
const HITS = 6;

const [boxStore, box] = createSpotlight();

/** Chooses the first line, as typing does by itself: the part's own way to do it is not open to us. */
function selectFirst(): void {
  const { listId } = boxStore.getState();
  const lines = document.getElementById(listId)?.querySelectorAll('[data-action]') ?? [];
  for (const line of lines) line.removeAttribute('data-selected');
  lines[0]?.setAttribute('data-selected', 'true');
  boxStore.updateState((state) => ({ ...state, selected: 0 }));
}

/** One letter says too little; one digit may be the number of an appeal. */
function isQuestion(text: string): boolean {
  return text.length >= 2 || /^\d$/.test(text);
}

/** The one box. What is held here by number, telephone or words; what can be done now; where one can go. */
export function Palette({ sections }: { readonly sections: readonly Section[] }) {
  const { t } = useTexts();
  const format = useFormat();
  const { settings, change } = useSettings();
  const go = useFrame((state) => state.go);
  const keys = useShortcuts();
  const [groups, setGroups] = useState<readonly { group: string; entries: readonly Entry[] }[]>([]);
  const [query, setQuery] = useState('');
  const [asked] = useDebouncedValue(query.trim(), PAUSE_MS);
  const before = useRef<Element | null>(null);
  const chosen = useRef<(() => void) | null>(null);
  const { value: found } = useQuery('find.all', !isQuestion(asked) ? null : { text: asked, limit: HITS }, {
    records: ['appeal', 'applicant', 'call'],
  });

  const open = () => {
    before.current = document.activeElement;
    chosen.current = null;
    setQuery('');
    setGroups([
      { group: t('frame:palette.commands'), entries: [...commandEntries(t, keys), ...carryEntries(t)] },
      {
        group: t('frame:palette.sections'),
        entries: sections.map((section, index) => ({
          id: section,
          label: t(`frame:section.${section}`),
          written: keys.find(({ command }) => command === `section${index + 1}`)?.written,
          run: () => go(section),
        })),
      },
      {
        group: t('frame:palette.settings'),
        entries: [
          ...Language.options.map((language) => ({
            id: `language-${language}`,
            label: t('settings:languageIs', { name: t(`settings:language.${language}`) }),
            run: () => change({ language }),
          })),
          ...(['light', 'dark', 'system'] as const).map((theme) => ({
            id: `theme-${theme}`,
            label: t('settings:themeIs', { name: t(`settings:theme.${theme}`) }),
            run: () => change({ theme }),
          })),
        ],
      },
    ]);
    box.open();
  };
  useWindowCommand('palette', open);

  // The choice acts after the palette is gone, so that the focus it sets is the last word.
  const afterClose = () => {
    if (before.current instanceof HTMLElement) before.current.focus();
    chosen.current?.();
  };
  const isAnswered = found !== undefined && asked === query.trim() && isQuestion(asked);
  // What is found stands above what was chosen while searching: Enter means the first line again.
  const answered = isAnswered ? asked : null;
  const words = { t, language: settings.language, format, nowMs: Date.now() };
  const shown: readonly { group: string; entries: readonly Entry[] }[] = [
    ...(isAnswered ? draftGroup(foundDrafts(useCalls.getState().calls, asked), words) : []),
    ...(isAnswered ? foundGroups(found, words) : []),
    ...filterGroups(query, groups),
  ];
  // The answer to the text before stands until this one's comes: it may bring the first line only then.
  const first = shown[0]?.entries[0]?.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another first line is chosen anew
  useEffect(() => {
    if (answered !== null) selectFirst();
  }, [answered, first]);
  const meaning = isAnswered ? meaningSentence(found, words) : null;
  return (
    <>
      <button type="button" className="paletteButton" onClick={open}>
        <IconSearch size="1rem" stroke={1.75} aria-hidden />
        <span className="clip">{t('frame:palette.open')}</span>
        <CommandKey command="palette" />
      </button>
      <Spotlight.Root
        store={boxStore}
        shortcut={null}
        returnFocus={false}
        query={query}
        onQueryChange={setQuery}
        overlayProps={{ backgroundOpacity: 0.35, blur: 0 }}
        scrollable
        maxHeight="26rem"
        attributes={{ content: { 'aria-label': t('frame:palette.open') } }}
        transitionProps={{ duration: 0, onExited: afterClose }}
      >
        <Spotlight.Search
          placeholder={t('frame:palette.placeholder')}
          aria-label={t('frame:palette.placeholder')}
          leftSection={<IconSearch size="1.125rem" stroke={1.75} aria-hidden />}
        />
        {meaning !== null && (
          <p className="paletteSays small" role="status">
            {meaning}
          </p>
        )}
        <Spotlight.ActionsList>
          {shown.map(({ group, entries }) => (
            <Spotlight.ActionsGroup key={group} label={group}>
              {entries.map((entry) => (
                <Spotlight.Action
                  key={entry.id}
                  label={entry.label}
                  {...(entry.description === undefined ? {} : { description: entry.description })}
                  highlightQuery
                  rightSection={entry.written ? <Kbd>{entry.written}</Kbd> : undefined}
                  onClick={() => {
                    chosen.current = entry.run;
                  }}
                />
              ))}
            </Spotlight.ActionsGroup>
          ))}
          {shown.length === 0 && (
            <Spotlight.Empty>
              {isAnswered || !isQuestion(query.trim())
                ? t('frame:palette.nothing')
                : t('frame:palette.searching')}
            </Spotlight.Empty>
          )}
        </Spotlight.ActionsList>
        {isAnswered && (
          <p className="paletteSays paletteCovers small soft">{coverageSentence(found, words)}</p>
        )}
      </Spotlight.Root>
    </>
  );
}

function commandEntries(t: Translate, keys: readonly Shortcut[]): Entry[] {
  const offered = keys.filter((key) => isListed(key) && isOffered(key.command));
  return offered.map(({ command, written }) => ({
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

interface EntryGroup {
  readonly group: string;
  readonly entries: readonly Entry[];
}

/** Finds by the beginnings of words, as every search box of the window. */
function filterGroups(query: string, groups: readonly EntryGroup[]): EntryGroup[] {
  return groups
    .map(({ group, entries }) => ({
      group,
      entries: searchWords(entries.map((entry) => ({ item: entry, name: entry.label, words: [], group })))(
        query,
      ),
    }))
    .filter(({ entries }) => entries.length > 0);
}
