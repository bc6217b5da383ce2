import { type BrowserWindow, Notification } from 'electron';
import type { OutputOf, ParsedInputOf } from '../../src-shared/ipc/contract.ts';
import type { Answer } from '../../src-shared/ipc/envelope.ts';
import type { Language } from '../../src-shared/settings/model.ts';
import { noticeWords } from './noticeWords.ts';

interface NoticeDesk {
  readonly window: () => BrowserWindow | null;
  readonly language: () => Language;
}

/** Tells of terms by the system, without a sound, while the window is not the one that is worked in. */
export function noticeHandlers({ window, language }: NoticeDesk) {
  // Kept: a notice that is collected as garbage forgets what a press on it does.
  let shown: Notification | null = null;
  return {
    async 'notice.system'(
      counts: ParsedInputOf<'notice.system'>,
    ): Promise<Answer<OutputOf<'notice.system'>>> {
      const open = window();
      if (open === null || open.isFocused() || !Notification.isSupported())
        return { ok: true, value: { shown: false } };
      shown?.close();
      shown = new Notification({ ...noticeWords(language(), counts), silent: true });
      shown.on('click', () => {
        if (open.isDestroyed()) return;
        if (open.isMinimized()) open.restore();
        open.focus();
      });
      shown.show();
      return { ok: true, value: { shown: true } };
    },
  };
}
