import type { Page } from 'playwright';

/** What appears under the pad while the words tell of danger to life. */
export class Danger {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  panel() {
    return this.page.getByRole('region', { name: 'Небезпека для життя' });
  }

  /** The words that told it. */
  words() {
    return this.panel().locator('mark');
  }

  told() {
    return this.page.getByText(/^Заявникові сказано дзвонити/);
  }

  /** At the foot of the card: why it does not go out. */
  stopped() {
    return this.page.getByText(/^Спершу скажіть заявникові/);
  }

  async dismiss(): Promise<void> {
    await this.panel().getByRole('button', { name: 'Це не небезпека' }).click();
  }
}
