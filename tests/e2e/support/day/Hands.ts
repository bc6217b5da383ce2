import type { Locator, Page } from 'playwright';
import { expect } from '../../fixtures.ts';
import { Caller } from '../../pages/Caller.ts';
import { CallScreen } from '../../pages/CallScreen.ts';
import { Card } from '../../pages/Card.ts';
import { Result } from '../../pages/Result.ts';
import { Shift } from '../../pages/Shift.ts';
import { DEMO_PASSWORD } from '../places.ts';

/** Who appeals about what; everything else of a card is the same all day. */
export interface Appealing {
  readonly phone: string;
  readonly notes: string;
  readonly topic: string;
  readonly surname: string;
  readonly givenName: string;
  readonly street: string;
}

/** How a call ends that brought nothing to record: the digit of its code. */
export const CODE_KEYS = { dropped: '1', silent: '2', wrong_number: '3', abusive: '4', other: '5' } as const;

/** An operator's two hands on the keyboard: no mouse, no field reached in another way than by keys. */
export class Hands {
  readonly page: Page;
  readonly call: CallScreen;
  readonly card: Card;
  readonly caller: Caller;
  readonly result: Result;
  readonly shift: Shift;

  constructor(page: Page) {
    this.page = page;
    this.call = new CallScreen(page);
    this.card = new Card(page);
    this.caller = new Caller(page);
    this.result = new Result(page);
    this.shift = new Shift(page);
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  /** Presses a key until something has the focus; gives up where nobody would have gone on looking. */
  async walkTo(target: Locator, key = 'Tab', most = 70): Promise<void> {
    await target.waitFor();
    for (let presses = 0; presses <= most; presses += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await this.page.keyboard.press(key);
    }
    throw new Error(`${key} does not lead to ${String(target)}`);
  }

  /** Writes into a field that Tab leads to. */
  async write(label: string, text: string): Promise<void> {
    await this.walkTo(this.card.field(label));
    await this.type(text);
  }

  /** Finds in a list by a word and takes the first that fits. */
  async find(label: string, word: string): Promise<void> {
    await this.write(label, word);
    await this.page.getByRole('option').first().waitFor();
    await this.press('Enter');
    await this.page.getByRole('option').first().waitFor({ state: 'detached' });
  }

  /** First run and sign-in. */
  async beginWork(address: string, code: string, place: string, login: string): Promise<void> {
    const { page } = this;
    await expect(page.getByLabel('Адреса сервера')).toBeFocused();
    await this.type(address);
    await this.walkTo(page.getByLabel('Код підключення'));
    await this.type(code);
    await this.walkTo(page.getByLabel('Назва станції'));
    await this.type(place);
    await this.press('Enter');
    await this.giveName(login);
  }

  async giveName(login: string): Promise<void> {
    await expect(this.page.getByLabel("Ім'я для входу")).toBeFocused();
    await this.type(login);
    await this.press('Tab');
    await this.type(DEMO_PASSWORD);
    await this.press('Enter');
    await this.page.getByRole('navigation').waitFor();
  }

  /** Another operator where others have worked. */
  async signInAsOther(login: string): Promise<void> {
    await this.walkTo(this.page.getByRole('button', { name: 'Інший оператор' }));
    await this.press('Enter');
    await this.giveName(login);
  }

  /** A new call from a number, with notes. */
  async begin(phone: string, notes: string): Promise<void> {
    await this.press('F2');
    await expect(this.call.pad()).toHaveValue('');
    await expect(this.call.pad()).toBeFocused();
    await this.press('F3');
    await expect(this.call.phone()).toBeFocused();
    await this.type(phone);
    await this.press('F2');
    await this.type(notes);
  }

  /** Nothing to record: F4 and a digit. */
  async endWith(code: keyof typeof CODE_KEYS): Promise<void> {
    await this.press('F4');
    await this.page.getByRole('group', { name: /^Чим закінчилася/ }).waitFor();
    await this.press(`Digit${CODE_KEYS[code]}`);
    await this.idle();
  }

  /** Between calls. */
  async idle(): Promise<void> {
    await this.page.getByRole('button', { name: /Почати дзвінок/ }).waitFor();
  }

  async consult(topic: string, answer: string): Promise<void> {
    await this.press('F7');
    await expect(this.card.field('Тема запитання')).toBeFocused();
    await this.find('Тема запитання', topic);
    await this.write('Що відповіли', answer);
    await this.press('Control+Enter');
    await this.result.consultation().waitFor();
  }

  /** F8, and the kind of the appeal by an arrow. */
  async openAppeal(): Promise<void> {
    await this.press('F8');
    await expect(this.card.region().getByRole('radio', { name: 'Пропозиція' })).toBeFocused();
    await this.press('ArrowRight');
  }

  async fillAppeal({ topic, surname, givenName, street }: Appealing): Promise<void> {
    await this.openAppeal();
    await this.find('Тема', topic);
    await this.write('Прізвище', surname);
    await this.write("Ім'я", givenName);
    await this.find('Населений пункт', 'краматор');
    await this.write('Вулиця', street);
  }

  /** Ctrl+Enter. @returns the number on the screen */
  async register(): Promise<string> {
    await this.press('Control+Enter');
    return await this.registered();
  }

  async registered(): Promise<string> {
    await this.result.registered().waitFor();
    return await this.result.number();
  }

  /** A whole call of somebody new. */
  async appeal(one: Appealing): Promise<string> {
    await this.begin(one.phone, one.notes);
    await this.fillAppeal(one);
    return await this.register();
  }

  /** Somebody known asks about their appeal: it stands there already, one key finds it and one records. */
  async inquire(phone: string, number: string): Promise<void> {
    await this.begin(phone, 'питає, що зроблено');
    await expect(this.caller.appeals()).toContainText(number);
    await this.press('F3');
    await expect(this.caller.appeals().locator('[data-caller-inquire]').first()).toBeFocused();
    const line = this.caller.appeals().getByRole('listitem').filter({ hasText: number });
    await this.walkTo(line.locator('[data-caller-inquire]'));
    await this.press('Enter');
    const words = `Запитання про звернення ${number} записано`;
    await this.page.getByRole('status').filter({ hasText: words }).waitFor();
  }

  /** Somebody known appeals again: the person by a digit, the address from their card. */
  async appealAgain(phone: string, notes: string, topic: string, surname: string): Promise<string> {
    await this.begin(phone, notes);
    await this.caller.people().first().waitFor();
    await this.press('F3', '1');
    await this.caller.pane().getByText('Це хтось інший').waitFor();
    await this.openAppeal();
    await expect(this.card.field('Прізвище')).toHaveValue(surname);
    await this.find('Тема', topic);
    return await this.register();
  }

  /** A section by its place on the rail. */
  async go(section: string): Promise<void> {
    const names = await this.page.getByRole('navigation').getByRole('button').allTextContents();
    const place = names.findIndex((name) => name.includes(section));
    await this.press(`Alt+Digit${place + 1}`);
  }

  /** What the window can do, by its name. */
  async command(word: string): Promise<void> {
    await this.press('Control+KeyK');
    await this.page.getByRole('dialog').waitFor();
    await this.type(word);
    await this.press('Enter');
  }

  /** Over the menu of the operator to the way out. */
  async leave(operator: string): Promise<void> {
    await this.walkTo(this.page.getByRole('button', { name: new RegExp(operator) }), 'Shift+Tab');
    await this.press('Enter');
    await this.walkTo(this.page.getByRole('menuitem', { name: 'Вийти' }), 'ArrowDown');
    await this.press('Enter');
  }
}
