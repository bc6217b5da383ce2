import type { Page } from 'playwright';

/** The lead's view of the machines of the region, with practised outages. */
export class Stations {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** A machine in the list of all of them. */
  station(name: string) {
    return this.page.getByRole('row').filter({ hasText: name }).first();
  }

  reports() {
    return this.page.getByRole('region', { name: 'Навчальні перерви' });
  }

  /** The line of a machine in the newest report. */
  told(name: string) {
    return this.reports().locator('details').first().getByRole('row').filter({ hasText: name });
  }

  async beginPractice(name: string, minutes: number): Promise<void> {
    await this.page.getByRole('button', { name: /^Навчальна перерва зв'язку/ }).click();
    const dialog = this.page.getByRole('dialog');
    await dialog.getByRole('checkbox', { name }).check();
    await dialog.getByLabel(/Скільки хвилин/).fill(String(minutes));
    await dialog.getByRole('button', { name: 'Почати перерву' }).click();
    await dialog.waitFor({ state: 'hidden' });
  }
}
