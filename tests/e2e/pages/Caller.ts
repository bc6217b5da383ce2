import type { Page } from 'playwright';

/** Who may be calling, beside the pad. */
export class Caller {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  pane() {
    return this.page.getByRole('region', { name: 'Заявник', exact: true });
  }

  /** Everybody with the number, each a key. */
  people() {
    return this.pane().locator('[data-caller-person]');
  }

  appeals() {
    return this.pane().getByRole('region', { name: 'Звернення на контролі' });
  }
}
