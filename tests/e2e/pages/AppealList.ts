import type { Page } from 'playwright';

/** A list of appeals with the chosen record beside it. */
export class AppealList {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  row(number: string) {
    return this.page.getByRole('row').filter({ hasText: number });
  }

  search() {
    return this.page.getByRole('searchbox', { name: 'Пошук звернень' });
  }

  /** How many were found, and where was looked. */
  found() {
    return this.page.locator('.foundWhere');
  }

  record(number: string) {
    return this.page.getByRole('article', { name: new RegExp(number) });
  }

  history() {
    return this.page.getByTestId('history');
  }

  async open(number: string): Promise<void> {
    await this.row(number).click();
    await this.record(number).waitFor();
  }

  /** Shows all appeals of the shift, not only those nobody has. */
  async showEveryone(): Promise<void> {
    await this.page
      .getByRole('group', { name: 'Що показано' })
      .getByRole('button', { name: 'Звернення' })
      .click();
    await this.page
      .getByRole('group', { name: 'Які звернення' })
      .getByRole('button', { name: 'Усі' })
      .click();
  }

  /** Gives the opened appeal to somebody found by a part of the name. */
  async assignOpened(number: string, name: string): Promise<void> {
    await this.record(number)
      .getByRole('button', { name: /Передати/ })
      .click();
    const dialog = this.page.getByRole('dialog');
    await dialog.getByLabel('Кому', { exact: true }).fill(name);
    await this.page.getByRole('option').first().waitFor();
    await this.page.keyboard.press('Enter');
    await dialog.getByRole('button', { name: 'Передати' }).click();
    await dialog.waitFor({ state: 'hidden' });
  }
}
