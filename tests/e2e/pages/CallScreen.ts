import type { Page } from 'playwright';

/** The place of a call: the caller, the pad, the card beside it. */
export class CallScreen {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** F2, and the pad has the caret. */
  async start(): Promise<void> {
    await this.page.getByRole('button', { name: /Почати дзвінок/ }).waitFor();
    await this.page.keyboard.press('F2');
    await this.pad().waitFor();
  }

  pad() {
    return this.page.getByRole('textbox', { name: 'Нотатки' });
  }

  /** Time stamps beside the lines of the pad. */
  stamps() {
    return this.page.getByRole('region', { name: 'Нотатки' }).getByText(/^\d{2}:\d{2}$/);
  }

  phone() {
    return this.page.getByRole('textbox', { name: 'Номер телефону' });
  }

  caller() {
    return this.page.getByRole('region', { name: 'Заявник' });
  }

  saved() {
    return this.page.getByTestId('save-state');
  }

  /** The notice after an unclean exit. */
  recovered() {
    return this.page.getByText(/Відновлено незавершений дзвінок/);
  }

  /** Pastes into the number field, out of the real clipboard if the text was put there. */
  async pastePhone(): Promise<void> {
    await this.page.keyboard.press('F3');
    await this.page.keyboard.press('Control+V');
  }

  async writeNotes(lines: readonly string[]): Promise<void> {
    await this.page.keyboard.press('F2');
    for (const [index, line] of lines.entries()) {
      if (index > 0) await this.page.keyboard.press('Enter');
      await this.page.keyboard.type(line);
    }
  }

  /** The notes of the only open call as they are on the disk. */
  keptNotes(): Promise<string> {
    return this.page.evaluate(async () => {
      const door: unknown = Reflect.get(window, 'holos');
      if (typeof door !== 'object' || door === null) throw new Error('no door');
      const { value } = await Reflect.get(door, 'invoke')('draft.list', {});
      const notes = value.calls[0].fields.find(({ field }: { field: string }) => field === 'notes');
      return JSON.parse(notes.text)
        .map(({ text }: { text: string }) => text)
        .join('\n');
    });
  }
}
