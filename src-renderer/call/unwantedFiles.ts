import type { FileFacts } from '../../src-shared/attachment/model.ts';
import { call as ask } from '../ipc.ts';
import { useCalls } from './store.ts';

/** Files kept for a card that did not become an appeal are let go; one that another open card has, too, stays. */
export async function letFilesGo(files: readonly FileFacts[]): Promise<void> {
  const wanted = new Set(
    useCalls.getState().calls.flatMap(({ appeal }) => appeal.files.map(({ hash }) => hash)),
  );
  for (const { hash } of files) if (!wanted.has(hash)) await ask('attachment.drop', { hash });
}
