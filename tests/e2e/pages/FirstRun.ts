import type { Page } from 'playwright';

/** First run: the workstation is connected to a centre. */
export class FirstRun {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  heading() {
    return this.page.getByRole('heading', { name: 'Підключення станції' });
  }

  /** Gives address, pairing code and a name for this place, as the operator does. */
  async connect(server: string, code: string, name: string): Promise<void> {
    await this.page.getByLabel('Адреса сервера').fill(server);
    await this.page.getByLabel('Код підключення').fill(code);
    await this.page.getByLabel('Назва станції').fill(name);
    await this.page.getByRole('button', { name: 'Підключити' }).click();
  }
}
