import type { Page } from 'playwright';

/** What stands under the notes and beside their name: snippets, facts, layout, tags. */
export class Pad {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  region() {
    return this.page.getByRole('region', { name: 'Нотатки' });
  }

  /** A chip that says these words. */
  hint(words: string | RegExp) {
    return this.region().getByRole('button', { name: words });
  }

  /** What is chosen in the notes. */
  async chosen(): Promise<string> {
    return await this.page
      .getByRole('textbox', { name: 'Нотатки' })
      .evaluate((area: HTMLTextAreaElement) => area.value.slice(area.selectionStart, area.selectionEnd));
  }

  /** Words of the notes that are marked as a fact. */
  async marked(): Promise<string[]> {
    return await this.page.evaluate(() =>
      [...(CSS.highlights.get('fact') ?? [])].map((range) => (range as Range).toString()),
    );
  }
}
