import type { Page } from 'playwright';

/** What stands there once a card is complete: the number to be read to the caller. */
export class Result {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  registered() {
    return this.page.getByRole('status').filter({ hasText: 'Звернення зареєстровано' });
  }

  consultation() {
    return this.page.getByRole('status').filter({ hasText: 'Консультацію записано' });
  }

  /** How far the record is on its way, in words. */
  delivery(words: string) {
    return this.page.getByText(words, { exact: true }).first();
  }

  async number(): Promise<string> {
    const text = await this.page.getByTestId('registration-number').textContent();
    return text?.trim() ?? '';
  }

  async close(): Promise<void> {
    await this.page.getByRole('button', { name: 'Готово' }).click();
  }
}
