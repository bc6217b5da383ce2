import { AppealList } from '../../tests/e2e/pages/AppealList.ts';
import { CallScreen } from '../../tests/e2e/pages/CallScreen.ts';
import { Card } from '../../tests/e2e/pages/Card.ts';
import { Desk } from '../../tests/e2e/pages/Desk.ts';
import { Result } from '../../tests/e2e/pages/Result.ts';
import { SignIn } from '../../tests/e2e/pages/SignIn.ts';
import { roadAppeal } from '../../tests/e2e/support/roadAppeal.ts';
import type { RunningWorkstation } from '../../tests/e2e/support/workstation.ts';
import { DEMO_PASSWORD } from '../demo/accounts.ts';
import type { Relay } from './relay.ts';
import type { Report } from './report.ts';

/** How long the queue may take to leave by itself after an outage, in milliseconds: one back-off at its longest, and some. */
const HEALING_MS = 60_000;
const ALL_SENT = "Зв'язок є · усе надіслано";

/** A call that ends as a consultation. */
export async function consult({ page }: RunningWorkstation, report: Report): Promise<void> {
  const call = new CallScreen(page);
  await call.start();
  await call.phone().fill('8 (050) 123-45-67');
  await call.caller().getByText('050 123 45 67').waitFor();
  report.done('F2: a call runs; the number 8 (050) 123-45-67 was recognised as 050 123 45 67');
  await call.writeNotes(['Питає, куди подати заяву на субсидію', 'Живе сама, пенсіонерка']);
  await call.saved().getByText('Збережено').waitFor();
  const card = new Card(page);
  await card.openConsultation();
  await card.fillConsultation('субсидія', 'Розповіли, куди подати заяву і які документи взяти');
  await report.picture(page, 'call');
  await card.complete();
  const result = new Result(page);
  await result.consultation().waitFor();
  report.done('Notes were stamped and saved; the call ended as a consultation');
  await result.close();
}

/** The cable is pulled, an appeal is registered, the cable is put back. Answers the registration number. */
export async function registerDuringOutage(
  { page }: RunningWorkstation,
  relay: Relay,
  report: Report,
): Promise<string> {
  await relay.cut();
  report.done('The way to the server was cut');
  const call = new CallScreen(page);
  await call.start();
  await call.phone().fill('+380 67 765 43 21');
  await call.writeNotes(['На вулиці Парковій яма на всю смугу, машини об’їжджають тротуаром']);
  const card = new Card(page);
  await card.openAppeal();
  await card.complete();
  await card.mistake('Запитайте прізвище').waitFor();
  await report.picture(page, 'what-is-missing');
  report.done('Ctrl+Enter too early: what the law requires and is missing was said at its fields');
  await card.fillAppeal(roadAppeal);
  await report.picture(page, 'appeal');
  await card.complete();
  const result = new Result(page);
  await result.registered().waitFor();
  const number = await result.number();
  const desk = new Desk(page);
  await desk.connection().getByText("Немає зв'язку").waitFor({ timeout: HEALING_MS });
  await report.picture(page, 'registered-offline');
  report.done(
    `Without the server the appeal got its final number ${number}; the bar says: ${await words(desk)}`,
  );
  await relay.restore();
  await desk.connection().getByText(ALL_SENT).waitFor({ timeout: HEALING_MS });
  report.done(`The way is back; without a click: ${await words(desk)}`);
  await result.close();
  return number;
}

async function words(desk: Desk): Promise<string> {
  return (await desk.connection().textContent())?.trim() ?? '';
}

/** Types into a new call and kills the whole application in the middle of a word. Answers what was typed before the last 300 ms. */
export async function killWhileTyping(workstation: RunningWorkstation, report: Report): Promise<string> {
  const { page } = workstation;
  await new CallScreen(page).start();
  const typed: { readonly letter: string; readonly at: number }[] = [];
  for (const letter of 'Заявник каже, що ліфт стоїть з четверга і сходами піднятися він не мож') {
    await page.keyboard.type(letter, { delay: 20 });
    typed.push({ letter, at: performance.now() });
  }
  const killedAt = performance.now();
  await workstation.kill();
  report.done('SIGKILL of the whole application in the middle of a word');
  return typed
    .filter(({ at }) => killedAt - at > 300)
    .map(({ letter }) => letter)
    .join('');
}

/** The call that was killed is back, and the page says so. */
export async function findAgain(
  { page }: RunningWorkstation,
  promised: string,
  report: Report,
): Promise<void> {
  const call = new CallScreen(page);
  await call.recovered().waitFor();
  const text = await call.pad().inputValue();
  if (!text.startsWith(promised)) throw new Error(`The pad holds "${text}", promised was "${promised}".`);
  await report.picture(page, 'recovered');
  report.done(
    `Started again: the call is back with all ${promised.length} letters typed more than 300 ms before`,
  );
}

/** The lead sees the appeal and gives it to the second operator, who has taken over the first place and is told. */
export async function handOver(
  lead: RunningWorkstation,
  operators: RunningWorkstation,
  number: string,
  report: Report,
): Promise<void> {
  await new Desk(lead.page).go('Зміна');
  const list = new AppealList(lead.page);
  await list.showEveryone();
  await list.open(number);
  await report.picture(lead.page, 'lead');
  report.done(`The shift lead on a second workstation sees ${number}`);
  await new Desk(operators.page).signOut('Коваль');
  await new SignIn(operators.page).signInAsOther('bondar', DEMO_PASSWORD);
  await list.assignOpened(number, 'Бондар');
  await operators.page.getByText(`Вам передано звернення ${number}`).waitFor();
  await report.picture(operators.page, 'told');
  report.done('It was given to another operator, who was told at once');
}
