import type { Locator, Page } from 'playwright';

/** What surrounds the calls of a shift: the own state, what is unfinished, promises, handing over. */
export class Shift {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** The own state in the bar; its name says which. */
  state(): Locator {
    return this.page.getByRole('button', { name: /^Змінити стан/ });
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
}
