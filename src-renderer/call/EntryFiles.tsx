import { Button, CloseButton } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { useRef } from 'react';
import { NoticeBar } from '../ui/NoticeBar.tsx';
import { problemText } from '../ui/problemText.ts';
import { useFormat } from '../ui/useFormat.ts';
import { useTexts } from '../useTexts.ts';
import { changeAppeal } from './acts.ts';
import type { OpenCall } from './openCall.ts';
import { letFilesGo } from './unwantedFiles.ts';
import { useTakingFiles } from './useTakingFiles.ts';
import '../attachment/attachment.css';

/** Files of a card that is not registered yet: chosen, pasted or dropped anywhere on the page; attached by the act that registers. */
export function EntryFiles({ call, resting }: { readonly call: OpenCall; readonly resting: boolean }) {
  const { t, i18n } = useTexts();
  const format = useFormat();
  const input = useRef<HTMLInputElement>(null);
  const { files } = call.appeal;
  const { take, keeping, problems } = useTakingFiles(call.id);
  const remove = async (hash: string) => {
    changeAppeal(call.id, { files: files.filter((file) => file.hash !== hash) });
    await letFilesGo(files.filter((file) => file.hash === hash));
  };
  return (
    <div>
      {files.length > 0 && (
        <ul className="files" aria-label={t('file:title')}>
          {files.map(({ hash, name, size }) => (
            <li key={hash}>
              <span className="fileName">{name}</span>
              <span className="soft small">{format.bytes(size)}</span>
              <CloseButton
                size="sm"
                disabled={resting}
                aria-label={t('file:remove', { name })}
                onClick={() => void remove(hash)}
              />
            </li>
          ))}
        </ul>
      )}
      {problems.map((problem) => (
        <NoticeBar key={`${problem.code}/${String(problem.data.name)}`} tone="danger">
          {problemText(i18n, problem)}
        </NoticeBar>
      ))}
      <input
        ref={input}
        type="file"
        multiple
        hidden
        tabIndex={-1}
        data-testid="entry-file"
        onChange={(event) => {
          take([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = '';
        }}
      />
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<IconPaperclip size="1rem" stroke={1.75} aria-hidden />}
        disabled={resting}
        onClick={() => input.current?.click()}
      >
        {t(keeping > 0 ? 'file:keeping' : 'file:addEntry')}
      </Button>
    </div>
  );
}
