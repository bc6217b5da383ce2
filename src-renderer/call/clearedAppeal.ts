import { AppealDraft, newAppeal } from './openCall.ts';
import { jsonOrNull } from './restoreCall.ts';

/** An empty card in place of one that is given up, which it keeps so that it can be brought back. */
export function clearedAppeal(appeal: AppealDraft, mint: () => string): AppealDraft {
  return {
    ...newAppeal(mint),
    linesBefore: appeal.linesBefore,
    cleared: JSON.stringify({ ...appeal, cleared: null }),
  };
}

/** The card that was cleared; null when it cannot be read any more. */
export function broughtBack({ cleared }: AppealDraft): AppealDraft | null {
  return cleared === null ? null : (AppealDraft.safeParse(jsonOrNull(cleared)).data ?? null);
}
