import type { Page } from 'playwright';

/** Underlines of the pad and the list of what a word may have been meant to be. */
export class Spelling {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** The words that are underlined in a text on the screen. */
  underlined(field: 'pad' | 'text' | 'answer' = 'pad'): Promise<string[]> {
    return this.page.evaluate(
      (name) =>
        [...(CSS.highlights.get(name) ?? [])].map((range) =>
          range instanceof Range ? range.toString() : '',
        ),
      `misspelt-${field}`,
    );
  }

  count() {
    return this.page.getByTestId('spelling-count-pad');
  }

  menu() {
    return this.page.getByRole('menu');
  }

  choices() {
    return this.menu().getByRole('menuitem');
  }

  /** Goes down to a suggestion and takes it. */
  async take(word: string): Promise<void> {
    for (let step = 0; step < 9; step += 1) {
      const focused = await this.page.evaluate(() => document.activeElement?.textContent ?? '');
      if (focused.startsWith(word)) break;
      await this.page.keyboard.press('ArrowDown');
    }
    await this.page.keyboard.press('Enter');
  }
}
