import type { Page } from 'playwright';

/** Sections of the rail, as they are written there. */
export type SectionName =
  | 'Дзвінок'
  | 'Мої звернення'
  | 'Усі звернення'
  | 'Журнал дзвінків'
  | 'Обіцянки'
  | 'Заявники'
  | 'База знань'
  | 'Контроль'
  | 'Зміна'
  | 'Увага'
  | 'Станції';

/** What surrounds every section: the rail, the bar with the state of the connection, the menu of the operator. */
export class Desk {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** The words on connection and what waits. */
  connection() {
    return this.page.getByTestId('sync-words');
  }

  rail() {
    return this.page.getByRole('navigation');
  }

  operator(name: string) {
    return this.page.getByRole('button', { name: new RegExp(name) });
  }

  async go(section: SectionName): Promise<void> {
    await this.rail().getByRole('button', { name: section }).click();
  }

  /** The settings, whatever their language; they open by key. */
  async openSettings() {
    await this.page.keyboard.press('Control+Comma');
    const dialog = this.page.getByRole('dialog');
    await dialog.waitFor();
    return dialog;
  }

  /** Changes the language; `name` is how the settings write it at the moment. */
  async chooseLanguage(name: string): Promise<void> {
    const dialog = await this.openSettings();
    await dialog.getByText(name, { exact: true }).click();
    await this.page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
  }

  async signOut(operator: string): Promise<void> {
    await this.operator(operator).click();
    await this.page.getByRole('menuitem', { name: 'Вийти' }).click();
    // With something unfinished the way out leads over a list of it; here it stays with its author.
    const keep = this.page.getByRole('button', { name: 'Вийти, лишити собі' });
    await keep
      .or(this.page.getByRole('heading', { name: 'Хто працює?' }))
      .first()
      .waitFor();
    if (await keep.isVisible()) await keep.click();
  }
}
