import { app, type BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron';
import enMenu from '../../src-shared/locale/en/menu.json' with { type: 'json' };
import ruMenu from '../../src-shared/locale/ru/menu.json' with { type: 'json' };
import ukMenu from '../../src-shared/locale/uk/menu.json' with { type: 'json' };
import type { Language } from '../../src-shared/settings/model.ts';

const texts = { uk: ukMenu, ru: ruMenu, en: enMenu };

/**
 * The application's menu. Windows and Linux have none: its keys would take those of the operator (Ctrl+R, Alt, F11).
 * macOS needs one for the keys of editing to work at all.
 */
export function setApplicationMenu(language: Language): void {
  if (process.platform !== 'darwin') {
    Menu.setApplicationMenu(null);
    return;
  }
  const text = texts[language];
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      {
        label: app.name,
        submenu: [
          { role: 'hide', label: text.hide },
          { type: 'separator' },
          { role: 'quit', label: text.quit },
        ],
      },
      { label: text.edit, submenu: editing(language) },
    ]),
  );
}

/** Cut, copy, paste under the right mouse button, in the language of the moment. */
export function attachEditMenu(window: BrowserWindow, language: () => Language): void {
  window.webContents.on('context-menu', (_event, { isEditable, selectionText }) => {
    if (isEditable) Menu.buildFromTemplate(editing(language())).popup({ window });
    else if (selectionText.trim() !== '') Menu.buildFromTemplate(copying(language())).popup({ window });
  });
}

function editing(language: Language): MenuItemConstructorOptions[] {
  const text = texts[language];
  return [
    { role: 'undo', label: text.undo },
    { role: 'redo', label: text.redo },
    { type: 'separator' },
    { role: 'cut', label: text.cut },
    { role: 'copy', label: text.copy },
    { role: 'paste', label: text.paste },
    { role: 'selectAll', label: text.selectAll },
  ];
}

function copying(language: Language): MenuItemConstructorOptions[] {
  return [{ role: 'copy', label: texts[language].copy }];
}
