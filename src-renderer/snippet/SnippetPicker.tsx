import { Modal, TextInput } from '@mantine/core';
import { type KeyboardEvent, useId, useMemo, useState } from 'react';
import { topicName } from '../../src-shared/catalog/topic.ts';
import type { Snippet } from '../../src-shared/snippet/model.ts';
import { useLanguage } from '../settings/useSettings.ts';
import { EmptyState } from '../ui/StateView.tsx';
import { searchWords } from '../ui/searchWords.ts';
import { useTexts } from '../useTexts.ts';

interface SnippetPickerProps {
  /** Best first. */
  readonly snippets: readonly Snippet[];
  readonly onClose: () => void;
  readonly onChoose: (snippet: Snippet) => void;
}

/** Snippets by words of their code, name, topic or text: type, arrows, Enter. */
export function SnippetPicker({ snippets, onClose, onChoose }: SnippetPickerProps) {
  const { t } = useTexts();
  const language = useLanguage();
  const id = useId();
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const find = useMemo(
    () =>
      searchWords(
        snippets.map((snippet) => ({
          item: snippet,
          name: snippet.code,
          words: [snippet.title, snippet.text],
          group: snippet.topics.map((topic) => topicName(topic, language)).join(' '),
        })),
      ),
    [snippets, language],
  );
  const found = find(query);
  const cursor = Math.min(at, found.length - 1);
  const onKey = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const chosen = found[cursor];
    if (step !== 0) setAt(Math.max(0, Math.min(found.length - 1, cursor + step)));
    else if (event.key === 'Enter' && !event.ctrlKey && chosen !== undefined) onChoose(chosen);
    else return;
    event.preventDefault();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('snippet:pick')}
      size="36rem"
      closeButtonProps={{ 'aria-label': t('frame:close') }}
    >
      <TextInput
        data-autofocus
        role="combobox"
        aria-expanded
        aria-controls={id}
        aria-activedescendant={found[cursor] && `${id}-${cursor}`}
        aria-label={t('snippet:pick.find')}
        placeholder={t('snippet:pick.find')}
        value={query}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => {
          setQuery(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={onKey}
      />
      {found.length === 0 && (
        <EmptyState title={t(snippets.length === 0 ? 'snippet:empty' : 'snippet:none')} />
      )}
      <div className="snippetList" role="listbox" id={id} aria-label={t('snippet:title')}>
        {found.map((snippet, place) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field hears the keys
          // biome-ignore lint/a11y/useFocusableInteractive: as above
          <div
            key={snippet.id}
            id={`${id}-${place}`}
            role="option"
            aria-selected={place === cursor}
            className="snippetOption"
            ref={(element) => {
              if (place === cursor) element?.scrollIntoView({ block: 'nearest' });
            }}
            onClick={() => onChoose(snippet)}
          >
            <span className="snippetCode">{`;${snippet.code}`}</span>
            <span className="clip">{snippet.title}</span>
            <span className="clip small soft">{snippet.text}</span>
          </div>
        ))}
      </div>
    </Modal>
  );
}
