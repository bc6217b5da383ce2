import type { Page } from 'playwright';
import { CallScreen } from '../pages/CallScreen.ts';
import { Card } from '../pages/Card.ts';
import { Result } from '../pages/Result.ts';
import { roadAppeal } from './roadAppeal.ts';

/** Begins a call about the road and types its card. */
export async function fillRoadCard(
  page: Page,
  phone: string,
  surname: string,
  street: string,
): Promise<Card> {
  const call = new CallScreen(page);
  await call.start();
  await call.phone().fill(phone);
  await call.writeNotes(['Яма на всю дорогу']);
  const card = new Card(page);
  await card.openAppeal();
  await card.fillAppeal({ ...roadAppeal, surname, street });
  return card;
}

/** Registers the card that is open. @returns the number read to the caller */
export async function registerCard(page: Page, card: Card): Promise<string> {
  await card.complete();
  const result = new Result(page);
  await result.registered().waitFor();
  const number = await result.number();
  await result.close();
  return number;
}
