import type { AppealKind } from '../../../src-shared/appeal/model.ts';
import type { DemoCaller } from './applicant.ts';
import type { DemoAddress } from './place.ts';
import type { Random } from './random.ts';
import requests from './requests.json' with { type: 'json' };
import type { DemoTopic } from './topics.ts';

const requestsOf: Readonly<Record<string, readonly string[]>> = requests;

/** What an operator wrote during a call, line by line, and what was recorded from it. */
export interface Wording {
  readonly notes: readonly string[];
  readonly text: string;
}

/** The words that change with who speaks. */
interface Voice {
  readonly who: string;
  readonly turned: string;
  readonly called: string;
  readonly got: string;
}

function voiceOf({ type, female }: DemoCaller): Voice {
  const verbs = female
    ? { turned: 'зверталася', called: 'телефонувала', got: 'отримала' }
    : { turned: 'звертався', called: 'телефонував', got: 'отримав' };
  if (type === 'person') return { who: female ? 'Заявниця' : 'Заявник', ...verbs };
  const role = female ? 'Представниця' : 'Представник';
  return { who: `${role} ${type === 'enterprise' ? 'підприємства' : 'організації'}`, ...verbs };
}

/** A question answered at once; the text is the answer given. */
export function consultationWording(random: Random, topic: DemoTopic, address: DemoAddress): Wording {
  const question = random.pick(topic.phrases.questions);
  const notes = [random.pick([`питає, ${question}`, `${capital(question)}?`, `консультація: ${question}`])];
  if (random.chance(0.5)) notes.push(address.settlement);
  if (random.chance(0.3))
    notes.push(
      random.pick(['уточнити графік', 'пенсіонерка', 'просить пояснити простіше', 'вже телефонували раніше']),
    );
  const close = random.pick([
    '',
    '',
    ' Відповідь зрозуміла.',
    ' Письмове звернення не потрібне.',
    ' Пояснення надано під час розмови.',
  ]);
  return { notes, text: `Запитання: ${question}. ${topic.phrases.answer}${close}` };
}

/** An appeal without haste. */
export function appealWording(
  random: Random,
  topic: DemoTopic,
  kind: AppealKind,
  caller: DemoCaller,
  place: DemoAddress,
): Wording {
  const voice = voiceOf(caller);
  const problem = random.pick(topic.phrases.problems);
  const request = random.pick(requestsOf[topic.group] ?? ['вжити заходів']);
  const opening = {
    statement: random.pick([
      `${voice.who} повідомляє: ${problem}.`,
      `${capital(problem)}.`,
      `За словами заявника, ${problem}.`,
    ]),
    complaint: random.pick([`${voice.who} скаржиться: ${problem}.`, `Скарга: ${problem}.`]),
    proposal: random.pick([
      `${voice.who} пропонує внести до плану робіт питання: ${problem}.`,
      `Пропозиція розглянути на найближчому засіданні питання: ${problem}.`,
    ]),
  }[kind];
  const past = {
    statement: random.pick([
      '',
      `Раніше з цього питання не ${voice.turned}.`,
      'Сусіди готові підтвердити.',
      'Має фотографії, може надіслати.',
    ]),
    complaint: random.pick([
      `Раніше ${voice.turned} на місці, відповіді по суті не ${voice.got}.`,
      `Двічі ${voice.called}, обіцяли розібратися.`,
      'На письмову заяву відповіли загальними словами.',
    ]),
    proposal: random.pick(['', 'Пропозицію підтримують інші мешканці.', 'Готові взяти участь у роботах.']),
  }[kind];
  const where = `${random.pick(['Адреса', 'Місце'])}: ${place.settlement}, ${place.street}.`;
  const asks = `Просить ${request}.`;
  const notes = [problem, `${place.settlement}, ${place.street}`];
  if (past !== '') notes.push(lower(past));
  notes.push(`просить ${request}`);
  return { notes, text: [opening, where, past, asks].filter((part) => part !== '').join(' ') };
}

/** Danger to life or health: short, the place first to be relayed. */
export function urgentWording(
  random: Random,
  topic: DemoTopic,
  caller: DemoCaller,
  place: DemoAddress,
): Wording {
  const danger = topic.phrases.danger ?? random.pick(topic.phrases.problems);
  const named = caller.surname === '' ? 'Заявник не назвався.' : '';
  const asks = random.pick([
    'Потрібне негайне реагування.',
    'Просить терміново направити допомогу.',
    'Чекають на місці.',
  ]);
  return {
    notes: ['ТЕРМІНОВО', danger, `${place.settlement}, ${place.street}`],
    text: [`${capital(danger)}.`, `Місце: ${place.settlement}, ${place.street}.`, named, asks]
      .filter((part) => part !== '')
      .join(' '),
  };
}

/** What is noted when an appeal is handed over. */
export function relayNote(random: Random): string {
  return random.pick([
    'Передано черговому, виїзд підтверджено.',
    `Прийнято диспетчером, заявка № ${random.int(100, 999)}.`,
    'Черговий прийняв, повідомить про виїзд.',
    `Зареєстровано у журналі чергового за № ${random.int(10, 99)}.`,
  ]);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1).replace(/\.$/, '');
}
