import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { announcementsAt, listAnnouncements } from '../../../../../src-main/data/query/announcement.ts';
import { scriptAt } from '../../../../../src-main/data/query/script.ts';
import type { AnnouncementText } from '../../../../../src-shared/announcement/model.ts';
import type { Address } from '../../../../../src-shared/applicant/model.ts';
import { ApplicantId } from '../../../../../src-shared/brand.ts';
import { toInstant } from '../../../../../src-shared/clock.ts';
import { aTestDesk, type TestDesk } from '../../../../support/desk.ts';
import { removeFolders } from '../../../../support/workstation.ts';
import { aPerson } from '../../../../unit/src-shared/builders.ts';

const HOUR = 3_600_000;
const WATER = '03.01';
let of: TestDesk;

beforeEach(async () => {
  of = await aTestDesk();
});
afterEach(() => of.close());
afterAll(removeFolders);

const hours = (count: number) => toInstant(of.desk.time.serverMs() + count * HOUR);
const garden = { district: 'bakhmut', settlement: 'Бахмут', streets: ['Садова'] };

function announce(
  text: Partial<AnnouncementText> & { title: string },
  expected = 0,
  id: string = randomUUID(),
): string {
  const whole = { body: '', topics: [WATER], areas: [garden], from: hours(-1), until: hours(3), ...text };
  const payload = { announcement: id, expected, text: whole };
  expect(of.act([{ kind: 'announcement.save', payload }])).toBeNull();
  return id;
}

const at = (part: Partial<Address>): Address => ({
  district: 'bakhmut',
  settlement: 'Бахмут',
  street: '',
  ...part,
});
const found = (place: Address, topic = WATER) =>
  announcementsAt(of.desk, { topic, places: [place], notes: '', phone: '' }).map(
    ({ announcement, fit, phase }) => [announcement.title, fit, phase],
  );

describe('what is announced for a card', () => {
  test('appears for its place and time alone: over, withdrawn or days ahead it is not there', () => {
    announce({ title: 'Чинне' });
    announce({ title: 'Минуле', from: hours(-5), until: hours(-1) });
    announce({ title: 'Завтра', from: hours(20), until: hours(30) });
    announce({ title: 'Через тиждень', from: hours(170), until: hours(180) });
    announce({ title: 'Деінде', areas: [{ ...garden, streets: ['Миру'] }] });
    const gone = announce({ title: 'Скасоване' });
    const payload = { announcement: gone, expected: 1 };
    expect(of.act([{ kind: 'announcement.withdraw', payload }])).toBeNull();
    expect(found(at({ street: 'Садова', building: '4' }))).toEqual([
      ['Чинне', 'inside', 'now'],
      ['Завтра', 'inside', 'ahead'],
    ]);
    expect(listAnnouncements(of.desk).map(({ announcement, phase }) => [announcement.title, phase])).toEqual([
      ['Чинне', 'now'],
      ['Деінде', 'now'],
      ['Завтра', 'ahead'],
      ['Через тиждень', 'ahead'],
      ['Скасоване', 'withdrawn'],
      ['Минуле', 'over'],
    ]);
  });

  test('the caller’s own address counts while the place of the matter is not named', () => {
    announce({ title: 'Тут' });
    const home = at({ street: 'Садова' });
    const places = (first: Address) =>
      announcementsAt(of.desk, { topic: WATER, places: [first, home], notes: '', phone: '' });
    expect(places({ district: '', settlement: '', street: '' })).toHaveLength(1);
    expect(places(at({ street: 'Миру' }))).toHaveLength(0);
  });

  test('the home of whoever has the number counts while no place was said; a shared number is nobody’s', () => {
    announce({ title: 'Удома' });
    announce({ title: 'Деінде', areas: [{ ...garden, streets: ['Миру'] }] });
    const phone = '+380501234567';
    const person = {
      ...aPerson({ id: ApplicantId.parse(randomUUID()), phone, address: at({ street: 'вул. Садова, 7' }) }),
      region: of.enrolment.region,
      createdAt: hours(-100),
    };
    const { record } = of.desk.stores.records;
    const put = (type: 'applicant', doc: { readonly id: string }) =>
      record.put({
        type,
        id: doc.id,
        region: of.enrolment.region,
        version: 1,
        ordinal: 1,
        doc: JSON.stringify(doc),
      });
    put('applicant', person);
    const titles = (topic: string, places: Address[]) =>
      announcementsAt(of.desk, { topic, places, notes: '', phone }).map(({ announcement, fit }) => [
        announcement.title,
        fit,
      ]);
    const nowhere = { district: '', settlement: '', street: '' };
    expect(titles('', [nowhere])).toEqual([['Удома', 'home']]);
    expect(titles('08.01', [nowhere])).toEqual([]);
    expect(titles('', [at({ street: 'Миру' })])).toEqual([['Деінде', 'inside']]);
    const mark = { mark: randomUUID(), phone, kind: 'shared', note: '' };
    expect(of.act([{ kind: 'phone.mark', payload: mark }])).toBeNull();
    expect(titles('', [nowhere])).toEqual([]);
  });

  test('a street is found by the name it had before', () => {
    const { region } = of.enrolment;
    const settlement = 'UA14020030010055555';
    const street = {
      id: `${settlement}/soborna`,
      region,
      settlement,
      uk: 'Соборна',
      ru: 'Соборная',
      former: ['Леніна'],
      buildings: [],
    };
    const row = {
      type: 'street',
      id: street.id,
      region,
      version: 1,
      ordinal: 1,
      doc: JSON.stringify(street),
    };
    of.desk.stores.records.record.put(row);
    const area = { district: 'bakhmut', settlement: 'Бахмут', settlementCode: settlement };
    announce({ title: 'На Соборній', areas: [{ ...area, streets: ['вул. Соборна 1-9'] }] });
    const former = at({ settlementCode: settlement, street: 'Леніна', building: '5' });
    expect(found(former)).toEqual([['На Соборній', 'inside', 'now']]);
    expect(found({ ...former, building: '11' })).toEqual([]);
  });

  test('the end put off keeps the count of those who were told', () => {
    const id = announce({ title: 'До шостої' });
    const call = randomUUID();
    expect(of.act([{ kind: 'call.start', payload: { call, phone: null, phoneRaw: '' } }])).toBeNull();
    const consultation = randomUUID();
    const tell = {
      announcement: id,
      call,
      consultation,
      topic: WATER,
      district: 'bakhmut',
      said: 'До шостої',
    };
    expect(of.act([{ kind: 'announcement.tell', payload: tell }])).toBeNull();
    announce({ title: 'До восьмої', until: hours(5) }, 1, id);
    expect(listAnnouncements(of.desk)[0]?.announcement).toMatchObject({
      title: 'До восьмої',
      told: 1,
      version: 2,
    });
    expect(of.desk.stores.records.record.get('consultation', consultation)).toMatchObject({
      announcement: id,
      answer: 'До шостої',
      topic: WATER,
    });
  });
});

test('the questions written for the fewest topics are asked, the later of two; withdrawn ones are not', () => {
  const questions = [{ id: 'since', label: 'Відколи', ask: 'Відколи?', field: null, words: [] }];
  const save = (title: string, topics: string[]) => {
    const script = randomUUID();
    const payload = { script, expected: 0, text: { title, topics, questions } };
    expect(of.act([{ kind: 'script.save', payload }])).toBeNull();
    return script;
  };
  expect(scriptAt(of.desk, WATER)).toBeNull();
  save('Комунальні', [WATER, '03.02']);
  expect(scriptAt(of.desk, WATER)?.title).toBe('Комунальні');
  const own = save('Вода', [WATER]);
  expect(scriptAt(of.desk, WATER)?.title).toBe('Вода');
  expect(scriptAt(of.desk, '03.02')?.title).toBe('Комунальні');
  expect(of.act([{ kind: 'script.withdraw', payload: { script: own, expected: 1 } }])).toBeNull();
  expect(scriptAt(of.desk, WATER)?.title).toBe('Комунальні');
});
