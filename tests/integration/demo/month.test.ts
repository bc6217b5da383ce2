import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_REGION } from '../../../scripts/demo/accounts.ts';
import { loadActs, NotAppliedError } from '../../../scripts/demo/loader.ts';
import { kyivMs } from '../../../scripts/demo/month/calendar.ts';
import { FIRST_MONTH, generateMonth } from '../../../scripts/demo/month/month.ts';
import { takeSeats } from '../../../scripts/demo/seats.ts';
import { monthFigures } from '../../../src-server/report/month.ts';
import { parseNumber } from '../../../src-shared/number/number.ts';
import type { MonthFigures } from '../../../src-shared/report/month.ts';
import { monthSentences } from '../../../src-shared/report/monthText.ts';
import type { TestServer } from '../../support/server.ts';
import { type Bench, ENGINES, openBench } from '../../support/stores.ts';

const acts = generateMonth();
const opened = kyivMs('2026-11-02', 9 * 3600);

describe.each(ENGINES)('the first month in a server on %s', (engine) => {
  let bench: Bench;
  let server: TestServer;
  let applied: number;
  let figures: MonthFigures;

  beforeAll(async () => {
    bench = await openBench(engine);
    server = await bench.server({ now: () => opened });
    const seats = await takeSeats(server.url, () => server.pairingCode(), 'Demo');
    applied = await loadActs(seats, acts);
    figures = await monthFigures(server.running.context.store, DEMO_REGION, FIRST_MONTH);
  }, 180_000);
  afterAll(async () => await bench.end(), 60_000);

  it('has every command applied: none refused, none set aside', async () => {
    expect(applied).toBe(acts.reduce((sum, act) => sum + act.commands.length, 0));
    expect(await server.admin('quarantine')).toEqual([]);
  });

  it('counts 1009 calls, 312 appeals, 697 consultations, 54 urgent ones forwarded in the database', () => {
    expect(figures).toMatchObject({
      calls: 1009,
      appeals: 312,
      consultations: 697,
      urgent: 54,
      urgentForwarded: 54,
      onControl: 312,
    });
  });

  it('counts by kind, topic, district, authority and hour what was handed in', () => {
    const commands = acts.flatMap((act) => act.commands);
    const total = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0);
    expect(total(Object.values(figures.byKind))).toBe(312);
    expect(total(figures.byDistrict.map((item) => item.appeals))).toBe(312);
    expect(total(figures.byDistrict.map((item) => item.consultations))).toBe(697);
    const forwarded = commands.filter((command) => command.kind === 'appeal.forward').length;
    expect(total(figures.byAuthority.map((item) => item.appeals))).toBe(forwarded);
    expect(total(figures.byAuthority.map((item) => item.urgent))).toBe(54);
    expect(figures.byHour.map((item) => item.hour)).toEqual([8, 9, 10, 11, 12, 13, 14, 15, 16]);
    const [first] = figures.topTopics;
    const ofTopic = commands.filter(({ kind, payload }) => {
      const card = payload.card as { topic?: unknown } | undefined;
      return (
        (kind === 'appeal.register' || kind === 'consultation.record') &&
        (card ?? payload).topic === first?.topic
      );
    });
    expect((first?.appeals ?? 0) + (first?.consultations ?? 0)).toBe(ofTopic.length);
  });

  it('says it in three languages', () => {
    expect(monthSentences(figures, 'uk')).toContain(
      '1009 дзвінків: 312 звернень зареєстровано, 697 консультацій',
    );
    expect(monthSentences(figures, 'ru')).toContain(
      '1009 звонков: 312 обращений зарегистрировано, 697 консультаций',
    );
    expect(monthSentences(figures, 'en')).toContain(
      '1009 calls were received: 312 appeals registered, 697 consult',
    );
    expect(monthSentences(figures, 'uk')).toContain('54 термінові звернення надіслано');
    expect(monthSentences(figures, 'ru')).toContain('54 срочных обращения направлено');
    expect(monthSentences(figures, 'en')).toContain('54 urgent appeals were forwarded');
  });

  it('numbered the appeals out of leased blocks, each number once', async () => {
    const rows = await server.running.context.store.db
      .selectFrom('record')
      .select('id')
      .where('type', '=', 'number')
      .execute();
    const numbers = rows.map(({ id }) => parseNumber(id));
    expect(numbers).toHaveLength(312);
    expect(new Set(numbers.map((parts) => parts?.serial)).size).toBe(312);
    for (const parts of numbers) expect(parts).toMatchObject({ office: 'ДН', year: 2026, series: 0 });
  });

  it('counts nothing of it in the months beside', async () => {
    const { store } = server.running.context;
    for (const month of ['2026-09', '2026-11']) {
      expect(await monthFigures(store, DEMO_REGION, month)).toMatchObject({
        calls: 0,
        appeals: 0,
        consultations: 0,
      });
    }
  });

  it('gives the administrator the same figures, or the text', async () => {
    expect(await server.admin('report', { month: FIRST_MONTH })).toEqual(figures);
    expect(await server.admin('report', { month: FIRST_MONTH, language: 'en' })).toContain('1009 calls');
    await expect(server.admin('report', { month: '2026-13' })).rejects.toThrow('--month');
  });

  it('is not counted twice: handing it in again is refused at the first command', async () => {
    const seats = await takeSeats(server.url, () => server.pairingCode(), 'Again');
    await expect(loadActs(seats, acts)).rejects.toThrow(NotAppliedError);
    const after = await monthFigures(server.running.context.store, DEMO_REGION, FIRST_MONTH);
    expect(after).toEqual(figures);
  });
});
