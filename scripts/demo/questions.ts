import type { ScriptQuestion } from '../../src-shared/script/model.ts';
import { publish } from './publish.ts';
import type { Seat } from './seat.ts';

/** Starter questions of a few topics. */
interface StarterScript {
  /** Always the same, so that a second demo day brings none twice. */
  readonly id: string;
  readonly title: string;
  readonly topics: readonly string[];
  readonly questions: readonly ScriptQuestion[];
}

const question = (
  id: string,
  label: string,
  ask: string,
  answered: Partial<Pick<ScriptQuestion, 'field' | 'words'>> = {},
): ScriptQuestion => ({ id, label, ask, field: null, words: [], ...answered });

const STREET = question('street', 'Вулиця', 'Яка вулиця?', { field: 'street' });
const HOUSE = question('house', 'Будинок', 'Який будинок?', { field: 'building' });
const SINCE = question('since', 'Відколи', 'Відколи це триває?', {
  words: [
    'зранку',
    'з ночі',
    'другий день',
    'третій день',
    'тиждень',
    'с утра',
    'с ночи',
    'второй день',
    'третий день',
    'неделю',
  ],
});
const WIDE = question('wide', 'У кого ще', 'Лише у вас чи в усьому будинку?', {
  words: ['весь будинок', 'усій вулиці', 'сусіди', 'весь дом', 'всей улице', 'соседи'],
});
const CALLED = question('called', 'Куди дзвонили', 'Ви вже дзвонили до аварійної служби? Що сказали?', {
  words: ['аварійна', 'диспетчер', 'аварийная'],
});
const HELPLESS = question('helpless', 'Хто потребує допомоги', 'Чи є вдома діти, хворі або лежачі?', {
  words: ['дитина', 'немовля', 'лежачий', 'інвалід', 'ребенок', 'лежачая', 'инвалид'],
});

/** What is asked when water, heat or light is away: enough for whoever goes there. */
export const STARTER_SCRIPTS: readonly StarterScript[] = [
  {
    id: '01940000-0000-7000-8000-000000000101',
    title: 'Немає води',
    topics: ['03.01', '02.04'],
    questions: [STREET, HOUSE, SINCE, WIDE, CALLED, HELPLESS],
  },
  {
    id: '01940000-0000-7000-8000-000000000102',
    title: 'Немає опалення, холодно',
    topics: ['02.01', '02.02'],
    questions: [
      STREET,
      HOUSE,
      SINCE,
      WIDE,
      question('degrees', 'Скільки градусів', 'Яка температура у кімнаті?', {
        words: ['градусів', 'градусов'],
      }),
      HELPLESS,
    ],
  },
  {
    id: '01940000-0000-7000-8000-000000000103',
    title: 'Немає світла',
    topics: ['04.01', '04.02'],
    questions: [STREET, HOUSE, SINCE, WIDE, CALLED, HELPLESS],
  },
];

/**
 * Publishes the starter questions that the server does not have yet.
 * @param seat of a lead
 * @param day the legal day on which they were published
 * @returns how many were new
 */
export function loadQuestions(seat: Seat, day: string): Promise<number> {
  const starters = STARTER_SCRIPTS.map(({ id: script, title, topics, questions }) => ({
    kind: 'script.save' as const,
    payload: { script, expected: 0, text: { title, topics: [...topics], questions: [...questions] } },
  }));
  return publish(seat, day, starters, 'script_changed');
}
