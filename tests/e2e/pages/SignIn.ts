import type { Page } from 'playwright';

/** The sign-in screen. */
export class SignIn {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  heading() {
    return this.page.getByRole('heading', { name: 'Вхід' });
  }

  /** Signs in by login, as on a workstation nobody has worked at. */
  async signIn(login: string, password: string): Promise<void> {
    await this.page.getByLabel("Ім'я для входу").fill(login);
    await this.page.getByRole('textbox', { name: 'Пароль' }).fill(password);
    await this.page.getByRole('button', { name: 'Увійти' }).click();
  }

  /** Signs in somebody new where others have worked before. */
  async signInAsOther(login: string, password: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Інший оператор' }).click();
    await this.signIn(login, password);
  }
}
