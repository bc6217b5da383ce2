import type { Page } from 'playwright';

/** The dialog of paper blanks. */
export class Paper {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  dialog() {
    return this.page.getByRole('dialog', { name: 'Паперові бланки' });
  }

  /** By the palette, as somebody does who remembers the word and not the place. */
  async open(): Promise<void> {
    await this.page.keyboard.press('Control+k');
    await this.page.keyboard.type('паперові');
    await this.page.keyboard.press('Enter');
    await this.dialog().waitFor();
  }

  /** The system's dialog of the printer never comes in a test: what it would be given stays on the sheet until `printed`. */
  async withoutPrinter(): Promise<void> {
    await this.page.evaluate(() => {
      window.print = () => undefined;
    });
  }

  async take(count: number): Promise<void> {
    await this.dialog()
      .getByLabel(/Скільки бланків/)
      .fill(String(count));
    await this.dialog().getByRole('button', { name: 'Надрукувати', exact: true }).click();
  }

  /** Numbers on the sheets that are being printed. */
  sheets() {
    return this.page.locator('.printSheet .blankNumber');
  }

  async printed(): Promise<void> {
    await this.page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    await this.sheets().first().waitFor({ state: 'detached' });
  }

  async enter(number: string, time: string): Promise<void> {
    await this.dialog().getByLabel('Номер на бланку').fill(number);
    await this.dialog().getByLabel('Час дзвінка').fill(time);
    await this.dialog().getByRole('button', { name: 'До картки' }).click();
  }
}
