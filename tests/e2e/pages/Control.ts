import type { Locator, Page } from 'playwright';

/** An appeal's record as far as control goes: bodies that have it, and what can be done next. */
export class Control {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** The part a body has in the open appeal. */
  part(name: string | RegExp): Locator {
    return this.page.getByRole('listitem', { name });
  }

  dialog(): Locator {
    return this.page.getByRole('dialog');
  }

  /** Hands the open appeal over to the body proposed for its topic. */
  async forward(record: Locator, note: string): Promise<void> {
    await record.getByRole('button', { name: 'Надіслати до органу' }).click();
    await this.dialog().getByLabel('Кому передано, вихідний номер').fill(note);
    await this.confirm('Надіслати');
  }

  /** A talk with a body; without a kind, the next step the rule proposes. */
  async contact(part: Locator, note: string, kind?: string): Promise<void> {
    await part.getByRole('button', { name: "Зв'язок…" }).click();
    if (kind !== undefined) await this.choose(kind);
    await this.dialog().getByLabel('З ким говорили, вхідний номер').fill(note);
    await this.confirm('Записати');
  }

  async answer(part: Locator, text: string, result: string): Promise<void> {
    await part.getByRole('button', { name: 'Внести відповідь…' }).click();
    await this.dialog().getByLabel('Вихідний номер').fill('17/204');
    await this.dialog().getByLabel('Відповідь', { exact: true }).fill(text);
    await this.choose(result);
    await this.confirm('Зберегти відповідь');
  }

  async verdict(record: Locator, verdict: string, note: string): Promise<void> {
    await record.getByRole('button', { name: 'Думка заявника…' }).click();
    await this.choose(verdict);
    await this.dialog().getByLabel('Примітка').fill(note);
    await this.confirm('Записати');
  }

  async end(record: Locator, ending: string): Promise<void> {
    await record.getByRole('button', { name: 'Завершити…' }).click();
    await this.choose(ending);
    await this.confirm('Завершити');
  }

  /** One of a few choices, by its whole name or by what stands behind its code. */
  async choose(name: string): Promise<void> {
    await this.dialog()
      .getByRole('radio', { name: new RegExp(`^([\\d.]+ · )?${name}$`) })
      .check();
  }

  async confirm(name: string): Promise<void> {
    await this.dialog().getByRole('button', { name, exact: true }).click();
    await this.dialog().waitFor({ state: 'hidden' });
  }
}
