import { Menu } from '@mantine/core';
import { IconCheck, IconTag, IconX } from '@tabler/icons-react';
import { Tag } from '../../src-shared/tag/model.ts';
import type { OpenCall } from '../call/openCall.ts';
import { CommandKey } from '../frame/CommandKey.tsx';
import { TAG_NUMBERS, type TagNumber } from '../frame/shortcuts.ts';
import { useWindowCommand } from '../frame/windowCommands.ts';
import { useTexts } from '../useTexts.ts';
import { toggleTag } from './toggleTag.ts';

/** Quick tags of the open call: one key each, chips of those it has, and the list of all with their keys. Takes no focus by itself. */
export function TagMenu({ call, resting }: { readonly call: OpenCall; readonly resting: boolean }) {
  const { t } = useTexts();
  // A blank is entered after its call: there is no call to be tagged.
  if (call.paper !== null) return null;
  return (
    <div className="tagMenu">
      {TAG_NUMBERS.map((number) => (
        <TagKey key={number} number={number} call={call.id} resting={resting} />
      ))}
      {call.tags.map((tag) => (
        <button
          key={tag}
          type="button"
          className="tagChip"
          tabIndex={-1}
          disabled={resting}
          aria-label={t('tag:takeOff', { tag: t(`tag:of.${tag}`) })}
          onClick={() => toggleTag(call.id, tag)}
        >
          <span className="clip">{t(`tag:of.${tag}`)}</span>
          <IconX size="0.875rem" stroke={1.75} aria-hidden />
        </button>
      ))}
      <span className="onlyHeard" role="status">
        {call.tags.length > 0 &&
          t('tag:now', { tags: call.tags.map((tag) => t(`tag:of.${tag}`)).join(', ') })}
      </span>
      <Menu position="bottom-end" shadow="md" transitionProps={{ duration: 0 }} disabled={resting}>
        <Menu.Target>
          <button type="button" className="tagButton" disabled={resting}>
            <IconTag size="1rem" stroke={1.75} aria-hidden />
            <span className={call.tags.length > 0 ? 'onlyHeard' : undefined}>{t('tag:title')}</span>
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          {Tag.options.map((tag, at) => (
            <Menu.Item
              key={tag}
              leftSection={
                call.tags.includes(tag) ? (
                  <IconCheck size="1rem" aria-hidden />
                ) : (
                  <span className="tagSpace" />
                )
              }
              rightSection={<CommandKey command={`tag${TAG_NUMBERS[at] ?? 1}`} />}
              onClick={() => toggleTag(call.id, tag)}
            >
              {t(`tag:of.${tag}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}

interface TagKeyProps {
  readonly number: TagNumber;
  readonly call: string;
  readonly resting: boolean;
}

/** The key of one tag. */
function TagKey({ number, call, resting }: TagKeyProps) {
  const tag = Tag.options[number - 1];
  useWindowCommand(`tag${number}`, resting || tag === undefined ? null : () => toggleTag(call, tag));
  return null;
}
