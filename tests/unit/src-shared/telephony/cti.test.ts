import { describe, expect, it } from 'vitest';
import { eventOfCti, fieldsOfForm } from '../../../../src-shared/telephony/cti.ts';

const AT = '2026-11-25T09:00:00.000Z';
const post = { event: 'newCall', callId: '7', from: '0501234567', to: '0800', direction: 'in' };
const read = (fields: unknown) => eventOfCti(fields, 'loopback', AT);
const readForm = (text: string) => read(fieldsOfForm(new URLSearchParams(text)));

describe('the generic form', () => {
  it.each([
    ['newCall', 'ringing'],
    ['answer', 'answered'],
    ['hold', 'held'],
    ['unhold', 'resumed'],
    ['hangup', 'ended'],
  ])('%s is %s', (event, kind) =>
    expect(read({ ...post, event })).toMatchObject({ kind, at: AT, callId: '7' }),
  );

  it('is read alike from JSON and from form data', () => {
    const fields = { ...post, event: 'answer', answeringNumber: '101', queue: 'hotline' };
    const form = new URLSearchParams(fields).toString();
    expect(readForm(form)).toEqual(read(fields));
    expect(readForm(form)).toMatchObject({ operator: '101', queue: 'hotline' });
  });

  it.each([{ user: 'Олена' }, { user: ['Олена', 'Іван'] }, { user: 5 }, { 'user[]': 'x' }, { user: {} }])(
    'takes every spelling of its users: %o',
    (users) => expect(read({ ...post, ...users })).not.toBeNull(),
  );

  it('takes a list of users from form data', () => {
    expect(fieldsOfForm(new URLSearchParams('user[]=a&user[]=b&queue=1&queue=2'))).toEqual({
      user: ['a', 'b'],
      queue: '2',
    });
  });

  it('leaves out what it does not know, and what makes no sense beside the event', () => {
    const event = read({
      ...post,
      event: 'hangup',
      cause: 'rain',
      xcall: { a: 1 },
      waitSeconds: 'long',
      talkSeconds: '12',
    });
    expect(event).toMatchObject({ kind: 'ended', talkSeconds: 12 });
    expect(Object.keys(event ?? {}).sort()).toEqual(
      ['kind', 'callId', 'at', 'feed', 'direction', 'from', 'to', 'talkSeconds'].sort(),
    );
  });

  it('takes an identity and numbers that came as numbers, and cuts what is too long', () => {
    expect(read({ ...post, callId: 12, from: 79001234567 })).toMatchObject({
      callId: '12',
      from: '79001234567',
    });
    expect(read({ ...post, from: 'x'.repeat(500) })?.from).toHaveLength(80);
  });

  it.each([
    {},
    null,
    'newCall',
    { ...post, event: 'dtmf' },
    { ...post, callId: '' },
    { ...post, callId: 'x'.repeat(201) },
    { event: 'newCall' },
  ])('is no event of a call: %o', (fields) => expect(read(fields)).toBeNull());

  it('cannot reach into the object it is read into', () => {
    readForm('__proto__[]=x&constructor=y&event=newCall&callId=1');
    expect(({} as Record<string, unknown>)['0']).toBeUndefined();
  });
});
