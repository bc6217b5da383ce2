import { useCallback, useEffect, useRef, useState } from 'react';
import type { FileFacts } from '../../src-shared/attachment/model.ts';
import type { Answer, Problem } from '../../src-shared/ipc/envelope.ts';
import { keepFile } from '../attachment/keepFile.ts';
import { changeAppeal } from './acts.ts';
import { useCalls } from './store.ts';

/** Most files of one card. */
const MOST = 20;

interface TakingFiles {
  readonly take: (files: readonly File[]) => void;
  /** Files on their way to the disk. */
  readonly keeping: number;
  /** What could not be taken of the last ones, each by its name. */
  readonly problems: readonly Problem[];
}

/** Takes files one after another, from a button, the clipboard and a drop; text that is pasted goes where it goes. */
export function useTakingFiles(call: string): TakingFiles {
  const [keeping, setKeeping] = useState(0);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const queue = useRef(Promise.resolve());
  const take = useCallback(
    (files: readonly File[]) => {
      if (files.length === 0) return;
      setProblems([]);
      setKeeping((count) => count + files.length);
      const one = async (file: File) => {
        const answer = await keepFor(call, file);
        if (answer.ok) put(call, answer.value);
        else setProblems((before) => [...before, answer.error]);
        setKeeping((count) => count - 1);
      };
      for (const file of files) queue.current = queue.current.then(() => one(file));
    },
    [call],
  );
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const pasted = [...(event.clipboardData?.files ?? [])];
      if (pasted.length === 0) return;
      event.preventDefault();
      take(pasted);
    };
    const onDrag = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
    };
    const onDrop = (event: DragEvent) => {
      const dropped = [...(event.dataTransfer?.files ?? [])];
      if (dropped.length === 0) return;
      event.preventDefault();
      take(dropped);
    };
    document.addEventListener('paste', onPaste);
    document.addEventListener('dragover', onDrag);
    document.addEventListener('drop', onDrop);
    return () => {
      document.removeEventListener('paste', onPaste);
      document.removeEventListener('dragover', onDrag);
      document.removeEventListener('drop', onDrop);
    };
  }, [take]);
  return { take, keeping, problems };
}

async function keepFor(call: string, file: File): Promise<Answer<FileFacts>> {
  if (filesOf(call).length < MOST) return await keepFile(file);
  return { ok: false, error: { code: 'filesTooMany', data: { name: file.name } } };
}

function filesOf(call: string): readonly FileFacts[] {
  return useCalls.getState().calls.find(({ id }) => id === call)?.appeal.files ?? [];
}

/** The same file twice is one. */
function put(call: string, file: FileFacts): void {
  const files = filesOf(call);
  if (!files.some(({ hash }) => hash === file.hash)) changeAppeal(call, { files: [...files, file] });
}
