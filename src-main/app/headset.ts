import { type BrowserWindow, dialog } from 'electron';
import en from '../../src-shared/locale/en/headset.json' with { type: 'json' };
import ru from '../../src-shared/locale/ru/headset.json' with { type: 'json' };
import uk from '../../src-shared/locale/uk/headset.json' with { type: 'json' };
import type { Language } from '../../src-shared/settings/model.ts';
import type { HeadsetDesk } from '../security/headsets.ts';
import type { Config } from './config.ts';

const texts = { uk, ru, en };

/** Chosen headsets are kept in the config; a person chooses in the system's own dialog, which no page can press. */
export function headsetDesk(
  config: Config,
  window: () => BrowserWindow | null,
  language: () => Language,
): HeadsetDesk {
  return {
    grants: () => config.readHeadsets(),
    remember: (grant) => config.addHeadset(grant),
    async choose(names) {
      const parent = window();
      if (parent === null) return null;
      const text = texts[language()];
      const { response } = await dialog.showMessageBox(parent, {
        message: text.choose,
        detail: text['choose.hint'],
        buttons: [...names, text.none],
        cancelId: names.length,
        noLink: true,
      });
      return response < names.length ? response : null;
    },
  };
}
