import { describe, expect, test } from 'vitest';
import { announcementText, NO_AREA } from '../../../../src-renderer/announcement/store.ts';
import { countedAs, tellingEnds } from '../../../../src-renderer/announcement/tell.ts';
import { newCall, type OpenCall } from '../../../../src-renderer/call/openCall.ts';

const call = newCall('c', '2026-11-25T10:00:00.000Z', () => 'minted');
const withCard = (
  appeal: Partial<OpenCall['appeal']>,
  consultation: Partial<OpenCall['consultation']> = {},
) => ({
  ...call,
  appeal: { ...call.appeal, ...appeal },
  consultation: { ...call.consultation, ...consultation },
});

describe('the caller was told what is announced', () => {
  test('that ends a call which brought nothing else: topic, address and name are no appeal yet', () => {
    expect(tellingEnds(call)).toBe(true);
    const place = { district: 'bakhmut', settlement: 'Бахмут', street: 'Садова' };
    expect(tellingEnds(withCard({ topic: '03.01', address: place, surname: 'Іваненко' }))).toBe(true);
  });

  test('an appeal that was begun, an answer and questions registered before stay, the call goes on', () => {
    expect(tellingEnds(withCard({ kind: 'complaint' }))).toBe(false);
    expect(tellingEnds(withCard({ text: 'Немає води' }))).toBe(false);
    expect(tellingEnds(withCard({}, { answer: 'Порадили' }))).toBe(false);
    const registered = [{ appeal: 'a', number: '1', topic: '03.01', urgent: false }];
    expect(tellingEnds({ ...call, registered })).toBe(false);
  });

  test('it is counted under the card’s topic where the announcement is about it, else under the announcement’s own', () => {
    const announced = { topics: ['03.01', '03.02'] };
    expect(countedAs(withCard({ topic: '03.02' }), announced).topic).toBe('03.02');
    expect(countedAs(withCard({ topic: '08.01' }), announced).topic).toBe('03.01');
    expect(countedAs(call, announced)).toEqual({ topic: '03.01', district: '' });
  });
});

describe('what a lead writes of an announcement', () => {
  const written = {
    title: 'Немає води',
    body: '',
    topics: ['03.01'],
    areas: [NO_AREA, { district: 'bakhmut', settlement: 'Бахмут', streets: ' Садова 1-25 \n\nЖитня' }],
    from: { day: '2026-11-25', time: '8' },
    until: { day: '2026-11-25', time: '18.30' },
  };

  test('times are those of Kyiv, a street a line, a place that says nothing is none', () => {
    expect(announcementText(written)).toMatchObject({
      from: '2026-11-25T06:00:00.000Z',
      until: '2026-11-25T16:30:00.000Z',
      areas: [{ settlement: 'Бахмут', streets: ['Садова 1-25', 'Житня'] }],
    });
  });

  test('without a title, a topic or a time it is not announced', () => {
    expect(announcementText({ ...written, title: ' ' })).toBeNull();
    expect(announcementText({ ...written, topics: [] })).toBeNull();
    expect(announcementText({ ...written, until: { day: '2026-11-25', time: '25:00' } })).toBeNull();
    expect(announcementText({ ...written, from: { day: null, time: '8' } })).toBeNull();
  });
});
