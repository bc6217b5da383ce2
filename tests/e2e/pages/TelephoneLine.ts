import type { Page } from 'playwright';
import { Desk } from './Desk.ts';

/** The telephone line on the screen: its settings, its bar above the work, what was missed. */
export class TelephoneLine {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /**
   * Turns the feed on in the settings.
   * @returns the address that telephone programs post to
   */
  async turnOn(port: number): Promise<string> {
    const settings = await new Desk(this.page).openSettings();
    await settings.getByRole('tab', { name: 'Телефон' }).click();
    const field = settings.getByLabel('Порт', { exact: true });
    await field.fill(String(port));
    await field.press('Tab');
    await settings.getByRole('switch', { name: 'Слухати телефонну програму' }).click();
    await settings.getByText(`Слухаємо на порту ${port}`).waitFor();
    await settings.getByRole('button', { name: 'Показати адресу з ключем' }).click();
    return (await settings.getByRole('code').textContent()) ?? '';
  }

  /** Chooses where an incoming call rings, with the settings of the line open. */
  async ringOn(output: string): Promise<void> {
    const settings = this.page.getByRole('dialog');
    await settings.getByRole('combobox', { name: 'Де дзвонить' }).click();
    await this.page.getByRole('option', { name: output }).click();
  }

  async closeSettings(): Promise<void> {
    await this.page.keyboard.press('Escape');
    await this.page.getByRole('dialog').waitFor({ state: 'hidden' });
  }

  /** The line of the bar that says this. */
  row(words: string) {
    return this.page.locator('.lineRow').filter({ hasText: words });
  }

  missed() {
    return this.page.getByRole('button', { name: /Телефонна лінія/ });
  }
}
