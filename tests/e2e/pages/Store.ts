import type { Page } from 'playwright';

/** The screens of a store that does not open. */
export class Store {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  heading(words: string) {
    return this.page.getByRole('heading', { name: words });
  }

  /** A fact by its label, such as what was found in the journal. */
  fact(label: string) {
    return this.page.locator('dt', { hasText: label }).locator('xpath=following-sibling::dd[1]');
  }

  copies() {
    return this.page.getByRole('group', { name: 'З якої копії взяти решту' }).getByRole('radio');
  }

  async tryAgain(): Promise<void> {
    await this.page.getByRole('button', { name: 'Спробувати ще раз' }).click();
  }

  async restore(): Promise<void> {
    await this.page.getByRole('button', { name: 'Повернути базу' }).click();
  }

  async goOn(): Promise<void> {
    await this.page.getByRole('button', { name: 'Працювати далі' }).click();
  }
}
