import { randomUUID } from 'node:crypto';
import { v7 } from 'uuid';
import { describe, expect, test } from 'vitest';
import { FindAnswer } from '../../../../src-shared/sync/find.ts';
import { aCallStart, aRegistration, leasedNumber } from '../../../support/cases.ts';
import { putRows } from '../../../support/centreRows.ts';
import { aPeer, type Peer, refusalOf } from '../../../support/peer.ts';
import { ENGINES, useBench } from '../../../support/stores.ts';

async function find(peer: Peer, text: string, limit = 50): Promise<FindAnswer> {
  const reply = await peer.send('/sync/find', { client: peer.client, request: randomUUID(), text, limit });
  return FindAnswer.parse(reply.body);
}

const appealsIn = ({ rows }: FindAnswer) => rows.filter(({ type }) => type === 'appeal').map(({ id }) => id);

describe.each(ENGINES)('find on %s', (engine) => {
  const { server } = useBench(engine);

  test('by number, however it is written: the whole appeal with applicant, number, call and history', async () => {
    const peer = await aPeer(server());
    const number = leasedNumber(peer);
    const start = aCallStart(peer);
    const appeal = v7();
    await peer.push([start, aRegistration(peer, number, String(start.payload.call), appeal)]);
    const [, year, serial] = number.split('-');
    for (const typed of [
      number,
      number.toLowerCase().replaceAll('-', ' '),
      number.slice(0, -2),
      `${Number(serial)}`,
      `${year}-${serial}`,
    ]) {
      const found = await find(peer, typed);
      expect(appealsIn(found), typed).toEqual([appeal]);
      expect(found.rows.map(({ type }) => type).sort()).toEqual([
        'appeal',
        'applicant',
        'call',
        'history',
        'number',
      ]);
      expect(found.rows.find(({ type }) => type === 'history')?.doc).toMatchObject({
        subject: { type: 'appeal', id: appeal },
      });
    }
    const wrong = `${number.slice(0, -1)}${(Number(number.at(-1)) + 1) % 10}`;
    expect(appealsIn(await find(peer, wrong))).toEqual([]);
    const whole = (await peer.pullAll()).rows;
    for (const row of (await find(peer, number)).rows) expect(whole).toContainEqual(row);
  });

  test('by words of the text and of the applicant in any spelling, the latest first, no more than asked for', async () => {
    const peer = await aPeer(server());
    const applicant = {
      id: v7(),
      type: 'person',
      surname: "Лук'яненко",
      givenName: 'Ґалина',
      patronymic: '',
      organisation: '',
      phone: '+380671112233',
      address: { district: '', settlement: '', street: '' },
    };
    const appeals = [1, 2, 3].map(() => {
      const id = v7();
      const doc = {
        id,
        applicant: applicant.id,
        number: `X-${id}`,
        text: 'Розбита дорога',
        call: null,
        place: { district: '', settlement: '', street: '' },
      };
      return { type: 'appeal', id, doc };
    });
    const gone = { ...appeals[0], id: v7(), type: 'appeal', doc: null };
    await putRows(server().running.context, [
      { type: 'applicant', id: applicant.id, doc: applicant },
      ...appeals,
      gone,
    ]);
    const ids = appeals.map(({ id }) => id).reverse();
    for (const typed of ['ЛУКʼЯНЕНКО', 'лукяненко дорога', 'Галина', '067 111 22 33'])
      expect(appealsIn(await find(peer, typed)), typed).toEqual(ids);
    const some = await find(peer, 'лукяненко', 2);
    expect([appealsIn(some), some.more]).toEqual([ids.slice(0, 2), true]);
    const none = await find(peer, 'лукяненко опалення');
    expect([none.rows, none.more]).toEqual([[], false]);
  });

  test('finds what the rule of age keeps from the workstations', async () => {
    const peer = await aPeer(server());
    const id = v7();
    const entry = v7();
    const doc = {
      id,
      applicant: v7(),
      number: 'X',
      text: 'Забутий колодязь',
      call: null,
      closedAt: '2001-01-01T00:00:00.000Z',
      place: { district: '', settlement: '', street: '' },
    };
    await putRows(server().running.context, [
      { type: 'appeal', id, doc },
      { type: 'history', id: entry, doc: { id: entry, subject: { type: 'appeal', id } } },
    ]);
    const { rows } = await find(peer, 'колодязь');
    expect(rows.map((row) => row.id).sort()).toEqual([entry, id].sort());
  });

  test('needs a known workstation and a text', async () => {
    const peer = await aPeer(server());
    const reply = await peer.send('/sync/find', {
      client: peer.client,
      request: randomUUID(),
      text: ' ',
      limit: 5,
    });
    expect(refusalOf(reply)).toBe('malformed');
  });
});
