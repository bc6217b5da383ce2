import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Act, ActCommand } from '../../../../../scripts/demo/month/acts.ts';
import { kyivSecond, weekday, workingDays } from '../../../../../scripts/demo/month/calendar.ts';
import { FIRST_MONTH, FIRST_MONTH_SEED, generateMonth } from '../../../../../scripts/demo/month/month.ts';
import { checkCard } from '../../../../../src-shared/appeal/card.ts';
import { AppealCard } from '../../../../../src-shared/appeal/model.ts';
import { recognisePhone } from '../../../../../src-shared/applicant/phone.ts';
import { hasAuthority } from '../../../../../src-shared/catalog/authority.ts';
import { topicByCode } from '../../../../../src-shared/catalog/topic.ts';
import { legalDay } from '../../../../../src-shared/clock.ts';
import { commandSpec } from '../../../../../src-shared/command/registry.ts';

const opening = 8 * 3600;
const closing = 17 * 3600;

function commandsOf(acts: readonly Act[], kind: string): ActCommand[] {
  return acts.flatMap((act) => act.commands).filter((command) => command.kind === kind);
}

function cards(acts: readonly Act[]): { appeal: string; card: AppealCard }[] {
  return commandsOf(acts, 'appeal.register').map(({ payload }) => ({
    appeal: String(payload.appeal),
    card: AppealCard.parse(payload.card),
  }));
}

/** First and last moment of each call, by operator, in the order of time. */
function talks(acts: readonly Act[], operator: number): { from: number; to: number }[] {
  const byCall = new Map<string, { from: number; to: number }>();
  for (const act of acts.filter((one) => one.operator === operator)) {
    if (act.commands[0]?.kind === 'call.start') byCall.set(act.call, { from: act.at, to: act.at });
    const talk = byCall.get(act.call);
    if (talk && act.commands.some((command) => command.kind === 'call.finish')) talk.to = act.at;
  }
  return [...byCall.values()].sort((a, b) => a.from - b.from);
}

describe('the first month', () => {
  const acts = generateMonth();

  it('is the same for the same seed and another for another', () => {
    expect(JSON.stringify(generateMonth(FIRST_MONTH_SEED))).toBe(JSON.stringify(acts));
    expect(JSON.stringify(generateMonth(FIRST_MONTH_SEED + 1))).not.toBe(JSON.stringify(acts));
  });

  it('covers every working day of October 2026', () => {
    const days = [...new Set(acts.map((act) => legalDay(act.at)))];
    expect(days).toEqual(workingDays(FIRST_MONTH));
    expect(days).toHaveLength(22);
  });

  it('carries what the window submits: payloads of the declared commands, in its order', () => {
    for (const act of acts) {
      for (const { kind, payload } of act.commands) {
        expect(commandSpec(kind)?.payload.safeParse(payload).success, kind).toBe(true);
      }
    }
    const shapes = new Set(acts.map((act) => act.commands.map((command) => command.kind).join(' ')));
    expect([...shapes].sort()).toEqual([
      'appeal.forward',
      'call.note appeal.register call.finish',
      'call.note consultation.record call.finish',
      'call.start',
    ]);
  });

  it('registers cards that lack nothing, with a text of sentences', () => {
    for (const { card } of cards(acts)) {
      expect(checkCard(card)).toEqual([]);
      expect(topicByCode(card.topic)).toBeDefined();
      expect(card.text).toMatch(/^\p{Lu}.{30,}\.$/u);
      expect(card.text).not.toMatch(/undefined|null| {2}|\.\./);
    }
  });

  it('has persons, enterprises and organisations, some of them nameless in danger', () => {
    const types = cards(acts).map(({ card }) => card.applicant.type);
    for (const type of ['person', 'enterprise', 'organisation'] as const) expect(types).toContain(type);
    const nameless = cards(acts).filter(({ card }) => card.applicant.surname === '');
    expect(nameless.length).toBeGreaterThan(0);
    for (const { card } of nameless) expect(card.urgent).toBe(true);
  });

  it('names women and men in agreement', () => {
    const named = cards(acts).filter(({ card }) => card.applicant.patronymic !== '');
    for (const { card } of named) {
      const { surname, givenName, patronymic } = card.applicant;
      const isFemale = /вна$/.test(patronymic);
      expect(/[ая]$/.test(givenName) && givenName !== 'Микола', `${surname} ${givenName} ${patronymic}`).toBe(
        isFemale,
      );
      if (/(ий|ська|цька|ова|ична)$/.test(surname)) expect(/а$/.test(surname)).toBe(isFemale);
    }
  });

  it('types telephone numbers as people do, recognised all the same', () => {
    const finished = commandsOf(acts, 'call.finish').map(({ payload }) => payload);
    const withNumber = finished.filter((payload) => payload.phoneRaw !== '');
    for (const { phone, phoneRaw } of withNumber) expect(recognisePhone(String(phoneRaw))?.e164).toBe(phone);
    expect(withNumber.length).toBeGreaterThan(900);
    expect(new Set(withNumber.map(({ phone }) => phone)).size).toBeGreaterThan(900);
  });

  it('is busier on Mondays than on Fridays, in the morning than at noon', () => {
    const starts = acts.filter((act) => act.commands[0]?.kind === 'call.start');
    const on = (day: number) =>
      starts.filter((act) => weekday(legalDay(act.at)) === day).length / (day >= 4 ? 5 : 4);
    expect(on(1)).toBeGreaterThan(on(5) * 1.2);
    const at = (hour: number) =>
      starts.filter((act) => Math.floor(kyivSecond(act.at) / 3600) === hour).length;
    expect(at(9)).toBeGreaterThan(at(12));
  });
});

describe('any month', () => {
  it('meets its totals; calls of an operator do not overlap; nothing happens outside the hours of the line', () => {
    fc.assert(
      fc.property(fc.integer(), fc.constantFrom('2026-10', '2026-03', '2027-01'), (seed, month) => {
        const acts = generateMonth(seed, month);
        expect(commandsOf(acts, 'call.start')).toHaveLength(1009);
        expect(commandsOf(acts, 'call.finish')).toHaveLength(1009);
        expect(commandsOf(acts, 'appeal.register')).toHaveLength(312);
        expect(commandsOf(acts, 'consultation.record')).toHaveLength(697);

        const forwarded = commandsOf(acts, 'appeal.forward').map(({ payload }) => payload);
        const urgent = cards(acts).filter(({ card }) => card.urgent);
        expect(urgent).toHaveLength(54);
        const sent = new Set(forwarded.map(({ appeal }) => appeal));
        expect(urgent.every(({ appeal }) => sent.has(appeal))).toBe(true);
        expect(sent.size).toBe(forwarded.length);
        expect(forwarded.every(({ authority }) => hasAuthority(String(authority)))).toBe(true);

        for (const operator of [0, 1]) {
          const ofOne = talks(acts, operator);
          ofOne.forEach(({ from, to }, index) => {
            expect(to).toBeGreaterThan(from);
            expect(from).toBeGreaterThan(ofOne[index - 1]?.to ?? 0);
          });
        }
        for (const { at } of acts) {
          expect(weekday(legalDay(at))).toBeLessThanOrEqual(5);
          expect(kyivSecond(at)).toBeGreaterThanOrEqual(opening);
          expect(kyivSecond(at)).toBeLessThan(closing);
          expect(legalDay(at).slice(0, 7)).toBe(month);
        }
      }),
      { numRuns: 4 },
    );
  }, 30_000);
});
