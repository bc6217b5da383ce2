import type { Page } from 'playwright';

/** What an appeal's card is filled with. */
export interface AppealWords {
  readonly kind: 'Пропозиція' | 'Заява' | 'Скарга';
  /** A word that finds the topic. */
  readonly topic: string;
  readonly surname: string;
  readonly givenName: string;
  /** A word that finds the district. */
  readonly district: string;
  readonly settlement: string;
  readonly street: string;
}

/** The card beside the pad: a consultation or an appeal. */
export class Card {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  region() {
    return this.page.getByRole('region', { name: 'Картка' });
  }

  field(label: string) {
    return this.region().getByLabel(label, { exact: true });
  }

  /** A mistake said at its field. */
  mistake(words: string) {
    return this.region().getByText(words, { exact: true });
  }

  async openConsultation(): Promise<void> {
    await this.page.keyboard.press('F7');
    await this.field('Тема запитання').waitFor();
  }

  async openAppeal(): Promise<void> {
    await this.page.keyboard.press('F8');
    await this.region().getByText('Вид звернення').waitFor();
  }

  /** Finds by a word and takes the first that fits. */
  async choose(label: string, word: string): Promise<void> {
    await this.field(label).fill(word);
    await this.page.getByRole('option').first().waitFor();
    await this.page.keyboard.press('Enter');
    await this.page.getByRole('option').first().waitFor({ state: 'detached' });
  }

  async fillConsultation(topic: string, answer: string): Promise<void> {
    await this.choose('Тема запитання', topic);
    await this.field('Що відповіли').fill(answer);
  }

  async fillAppeal(words: AppealWords): Promise<void> {
    await this.region().getByRole('radio', { name: words.kind }).check();
    await this.choose('Тема', words.topic);
    await this.field('Прізвище').fill(words.surname);
    await this.field("Ім'я").fill(words.givenName);
    await this.field('Населений пункт').fill(words.settlement);
    await this.choose('Район', words.district);
    await this.field('Вулиця').fill(words.street);
  }

  /** Ctrl+Enter three times, as somebody does who does not see at once that it works. */
  async completeImpatiently(): Promise<void> {
    for (let press = 0; press < 3; press += 1) await this.complete();
  }

  /** Ctrl+Enter. */
  async complete(): Promise<void> {
    await this.page.keyboard.press('Control+Enter');
  }
}
