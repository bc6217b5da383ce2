import type { NoteLine } from '../../src-shared/call/model.ts';
import { notesText } from '../../src-shared/call/notes.ts';
import type { DraftPast } from '../../src-shared/draft/model.ts';
import { NotesDraft } from './restoreCall.ts';

/** An earlier state of the pad. */
export interface NotesVersion {
  readonly rev: number;
  readonly savedAt: string;
  readonly lines: readonly NoteLine[];
  /** Its first words, to tell it by. */
  readonly begins: string;
}

/** Earlier states that say something else than the pad does now, newest first, each text once. One that cannot be read is left out. */
export function earlierVersions(
  versions: DraftPast['versions'],
  present: readonly NoteLine[],
): readonly NotesVersion[] {
  const seen = new Set([notesText(present), '']);
  return versions.flatMap(({ rev, savedAt, text }) => {
    const lines = linesOf(text);
    const written = notesText(lines);
    if (seen.has(written)) return [];
    seen.add(written);
    return [{ rev, savedAt, lines, begins: lines.find((line) => line.text.trim() !== '')?.text ?? '' }];
  });
}

function linesOf(text: string): NoteLine[] {
  try {
    return NotesDraft.safeParse(JSON.parse(text)).data ?? [];
  } catch {
    // Not JSON: nothing that could be shown.
    return [];
  }
}
