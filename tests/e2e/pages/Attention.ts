import type { Locator, Page } from 'playwright';

/** The list of what needs a decision, and the dialogs that correct it. */
export class Attention {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  entries(): Locator {
    return this.page.getByRole('article');
  }

  entry(words: string | RegExp): Locator {
    return this.entries().filter({ hasText: words });
  }

  /** Both values of one field. */
  conflict(field: string): Locator {
    return this.page.getByRole('group', { name: `${field}: два різні значення` });
  }

  /** The badge on the rail, in words. */
  waiting(): Locator {
    return this.page.getByRole('navigation').getByRole('button', { name: /Увага/ });
  }
}
