import { describe, expect, it } from 'vitest';
import { AMEND_FIELDS, readField, SWITCHES, withField } from '../../../../src-shared/appeal/fields.ts';
import { readsOf } from '../../../../src-shared/command/decide.ts';
import { conflictId, type FieldValue } from '../../../../src-shared/conflict/model.ts';
import { aCommand, aConflict, anAppeal, aPerson, IDS, uuid } from '../builders.ts';
import { historyOf, Region } from '../region.ts';

const NOW = 'Другий день немає води.';

describe('appeal.amend', () => {
  it.each(AMEND_FIELDS)('reads and writes %s where it is, and nothing else', (field) => {
    const of = { appeal: anAppeal(), applicant: aPerson() };
    const kinds: Readonly<Record<string, FieldValue>> = { kind: 'complaint', categories: '7.5,7.L1' };
    const value = SWITCHES.includes(field) || (kinds[field] ?? '+380000000000');
    const changed = withField(of, field, value);
    expect(readField(changed, field)).toBe(value);
    for (const other of AMEND_FIELDS)
      if (other !== field) expect(readField(changed, other)).toBe(readField(of, other));
  });

  it.each(AMEND_FIELDS)('leaves %s as it is when its own value is written back', (field) => {
    const of = { appeal: anAppeal(), applicant: aPerson() };
    expect(withField(of, field, readField(of, field))).toEqual(of);
  });

  it('corrects what version 2 added, and leaves out what is emptied', () => {
    const region = new Region();
    region.amend([
      ['complainedOf', '', 'police'],
      ['categories', '', '7.5,7.7'],
      ['collective', false, true],
      ['place.building', '', '12-А'],
    ]);
    expect(region.get('appeal', IDS.appeal)).toMatchObject({
      complainedOf: 'police',
      categories: ['7.5', '7.7'],
      subject: '5.2',
      place: { building: '12-А' },
    });
    region.amend([['complainedOf', 'police', '']]);
    expect(region.get('appeal', IDS.appeal)).not.toHaveProperty('complainedOf');
  });

  it('writes what nobody else has changed, and tells the history what was there', () => {
    const region = new Region();
    const decided = region.amend([
      ['text', NOW, 'Третій день немає води.'],
      ['applicant.phone', '+380501234567', null],
    ]);
    expect(decided).toMatchObject({ ok: true, outcome: 'applied' });
    expect(region.field('text')).toBe('Третій день немає води.');
    expect(region.field('applicant.phone')).toBeNull();
    expect(historyOf(decided)?.data).toEqual({
      number: anAppeal().number,
      fields: 'text,applicant.phone',
      conflicts: '',
      assignee: IDS.koval,
      'was.text': NOW,
      'now.text': 'Третій день немає води.',
      'was.applicant.phone': '+380501234567',
      'now.applicant.phone': null,
    });
  });

  it('takes spaces around a value away before comparing', () => {
    const region = new Region();
    expect(region.amend([['applicant.surname', 'Коваль', '  Іваненко ']])).toMatchObject({
      outcome: 'applied',
    });
    expect(region.conflicts()).toEqual([]);
  });

  it('has nothing to do where the value already stands', () => {
    const region = new Region();
    const before = region.get('appeal', IDS.appeal);
    const decided = region.amend([['topic', '99', '03.01']]);
    expect(decided).toMatchObject({ ok: true, outcome: 'applied' });
    expect(region.get('appeal', IDS.appeal)).toBe(before);
    expect(region.conflicts()).toEqual([]);
  });

  it('joins texts changed in different paragraphs', () => {
    const region = new Region({ appeal: { text: 'Вода.\nСвітло є.' } });
    const decided = region.amend([['text', 'Вода.\nСвітло.', 'Води немає.\nСвітло.']]);
    expect(decided).toMatchObject({ ok: true, outcome: 'merged' });
    expect(region.field('text')).toBe('Води немає.\nСвітло є.');
  });

  it('leaves the value that stands and keeps the other one, while the other fields are written', () => {
    const region = new Region();
    const decided = region.amend([
      ['topic', '01.01', '02.02'],
      ['urgent', false, true],
    ]);
    expect(decided).toMatchObject({ ok: true, outcome: 'conflicted' });
    expect(region.field('topic')).toBe('03.01');
    expect(region.field('urgent')).toBe(true);
    expect(region.conflicts()).toEqual([
      expect.objectContaining({
        id: conflictId(IDS.appeal, 'topic', IDS.workstation),
        base: '01.01',
        server: '03.01',
        mine: '02.02',
        author: IDS.koval,
        command: uuid(31),
        state: 'open',
      }),
    ]);
    expect(historyOf(decided)?.data).toMatchObject({
      fields: 'urgent',
      conflicts: 'topic',
      'mine.topic': '02.02',
      'was.urgent': false,
    });
  });

  it('opens one conflict for a chain of edits of one workstation', () => {
    const region = new Region();
    region.amend([['topic', '01.01', '02.02']]);
    expect(region.amend([['topic', '02.02', '04.04']])).toMatchObject({ outcome: 'conflicted' });
    expect(region.conflicts()).toEqual([
      expect.objectContaining({ base: '01.01', mine: '04.04', command: uuid(32), state: 'open' }),
    ]);
  });

  it('ends the conflict when its author comes round to the value that stands', () => {
    const region = new Region();
    region.amend([['topic', '01.01', '02.02']]);
    expect(region.amend([['topic', '02.02', '03.01']])).toMatchObject({ outcome: 'applied' });
    expect(region.conflicts()).toEqual([
      expect.objectContaining({ state: 'resolved', choice: 'server', resolvedBy: IDS.koval }),
    ]);
  });

  it('keeps two conflicts of one field that are not of one chain', () => {
    const region = new Region();
    region.amend([['topic', '01.01', '02.02']]);
    region.amend([['topic', '01.01', '05.05']], { actor: IDS.bondar });
    expect(region.conflicts().map(({ mine, author }) => [mine, author])).toEqual([
      ['02.02', IDS.koval],
      ['05.05', IDS.bondar],
    ]);
    region.amend([['topic', '01.01', '06.06']], { workstation: uuid(70) });
    expect(region.conflicts()).toHaveLength(3);
  });

  it('begins a new conflict after the last one was resolved', () => {
    const region = new Region();
    region.put(
      'conflict',
      aConflict({
        field: 'topic',
        id: conflictId(IDS.appeal, 'topic', IDS.workstation),
        state: 'resolved',
        mine: '02.02',
      }),
    );
    region.amend([['topic', '02.02', '04.04']]);
    expect(region.conflicts()).toEqual([
      expect.objectContaining({ base: '02.02', mine: '04.04', state: 'open' }),
    ]);
  });

  it('makes a named applicant no longer anonymous', () => {
    const nobody = { surname: '', givenName: '', patronymic: '' };
    const region = new Region({ appeal: { urgent: true, subject: '5.3' }, applicant: nobody });
    expect(region.amend([['applicant.surname', '', 'Іваненко']])).toMatchObject({ ok: true });
    expect(region.get('appeal', IDS.appeal)?.subject).toBe('5.1');
  });

  it('refuses only what the correction itself empties', () => {
    const nobody = { surname: '', givenName: '', patronymic: '' };
    const region = new Region({ appeal: { urgent: true }, applicant: nobody });
    expect(region.amend([['urgent', true, false]])).toMatchObject({ ok: true });
    expect(region.amend([['place.street', '', '']])).toMatchObject({ ok: true });
    expect(region.amend([['text', NOW, ' \n']])).toMatchObject({
      ok: false,
      code: 'card_incomplete',
      data: { field: 'text' },
    });
    const urgent = new Region({ appeal: { urgent: true } });
    const away: [string, FieldValue, FieldValue][] = [
      ['applicant.address.settlement', 'Краматорськ', ''],
      ['applicant.address.street', 'вул. Садова, 1', ''],
    ];
    expect(urgent.amend(away.slice(0, 1))).toMatchObject({ ok: true });
    expect(urgent.amend(away)).toMatchObject({
      code: 'card_incomplete',
      data: { field: 'place.settlement' },
    });
  });

  it.each([
    ['a field that may not be corrected', [{ field: 'number', value: 'ДН-1' }]],
    ['the one who works on it', [{ field: 'assignee', value: IDS.bondar }]],
    ['a value of another kind', [{ field: 'urgent', value: 'так' }]],
    ['a number that is none', [{ field: 'applicant.phone', value: '050' }]],
    ['nothing', []],
    [
      'a field twice',
      [
        { field: 'topic', value: '1' },
        { field: 'topic', value: '2' },
      ],
    ],
  ])('is malformed with %s', (_what, changes) => {
    const payload = { appeal: IDS.appeal, applicant: IDS.applicant, changes };
    expect(() => readsOf(aCommand('appeal.amend', payload))).toThrow();
  });
});
