import type { SnippetText } from '../../src-shared/snippet/model.ts';
import { publish } from './publish.ts';
import type { Seat } from './seat.ts';

/** A starter snippet of the demo. */
interface StarterSnippet extends SnippetText {
  /** Always the same, so that a second demo day brings none twice. */
  readonly id: string;
}

/** What operators type most often. */
export const STARTER_SNIPPETS: readonly StarterSnippet[] = [
  {
    id: '01940000-0000-7000-8000-000000000201',
    code: 'вода',
    title: 'Немає води',
    text: 'Води немає з {коли}. Сусіди: {є чи немає}. До водоканалу дзвонили: {коли, що відповіли}.',
    topics: ['03.01'],
  },
  {
    id: '01940000-0000-7000-8000-000000000202',
    code: 'світло',
    title: 'Немає світла',
    text: 'Світла немає з {коли}. Сусіди: {є чи немає}. Лежачі хворі, діти: {хто}.',
    topics: ['04.01', '04.02'],
  },
  {
    id: '01940000-0000-7000-8000-000000000203',
    code: 'тепло',
    title: 'Холодно в оселі',
    text: 'Опалення немає з {коли}, у кімнаті {скільки} градусів. Заміряли {сьогодні} о {час}.',
    topics: ['02.01', '02.02'],
  },
  {
    id: '01940000-0000-7000-8000-000000000204',
    code: 'передзв',
    title: 'Просить передзвонити',
    text: '{заявник} просить передзвонити на {номер}, зручно {коли}.',
    topics: [],
  },
  {
    id: '01940000-0000-7000-8000-000000000205',
    code: 'субс',
    title: 'Субсидія: роз’яснено',
    text: 'Пояснено, що субсидію призначає Пенсійний фонд; адреса й години прийому: {які}.',
    topics: ['08.01'],
  },
];

/**
 * Publishes the starter snippets that the server does not have yet.
 * @param seat of a lead
 * @param day the legal day on which they were published
 * @returns how many were new
 */
export function loadSnippets(seat: Seat, day: string): Promise<number> {
  const starters = STARTER_SNIPPETS.map(({ id: snippet, ...text }) => ({
    kind: 'snippet.save' as const,
    payload: { snippet, expected: 0, text, isRemoved: false },
  }));
  return publish(seat, day, starters, 'snippet_changed');
}
