import type { Locator, Page } from 'playwright';

/** What surrounds the calls of a shift: the own state, what is unfinished, promises, handing over. */
export class Shift {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** The own state in the bar; its name says which. */
  state(): Locator {
    return this.page.getByRole('button', { name: /^Мій стан/ });
  }

  async choose(state: string): Promise<void> {
    await this.page.keyboard.press('Alt+KeyS');
    await this.page.getByRole('menuitem', { name: state }).click();
  }

  endCode(outcome: string): Locator {
    return this.page.getByRole('button', { name: outcome });
  }

  /** Calls that wait to be finished, as listed between calls. */
  unfinished(number = ''): Locator {
    return this.page.getByRole('region', { name: /^Дописати/ }).getByRole('button', { name: number });
  }

  tally(): Locator {
    return this.page.getByText('Сьогодні').locator('..');
  }

  /** Promises a call back to whoever is calling, in an hour. */
  async promise(what: string): Promise<void> {
    await this.page.keyboard.press('Alt+KeyP');
    await this.page.getByRole('textbox', { name: 'Що обіцяно' }).fill(what);
    await this.page.getByRole('button', { name: 'Записати обіцянку' }).click();
  }

  promised(): Locator {
    return this.page.getByText(/^Обіцянку записано/);
  }

  /** Begins the way out; with something unfinished the list of it stands. */
  async leave(operator: string): Promise<void> {
    await this.page.getByRole('button', { name: new RegExp(operator) }).click();
    await this.page.getByRole('menuitem', { name: 'Вийти' }).click();
  }

  pack(): Locator {
    return this.page.getByRole('dialog', { name: 'Кінець зміни' });
  }

  /** Cards that colleagues left, by name only. */
  handed(): Locator {
    return this.page.getByRole('region', { name: /^Передано вам/ }).getByRole('listitem');
  }

  /** Lets the window's clock be later by some milliseconds. */
  async later(ms: number): Promise<void> {
    await this.page.evaluate((by) => {
      const now = Date.now.bind(Date);
      Date.now = () => now() + by;
    }, ms);
  }
}
