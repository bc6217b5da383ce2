import { describe, expect, it } from 'vitest';
import { conflictId, type FieldValue } from '../../../../src-shared/conflict/model.ts';
import { IDS } from '../builders.ts';
import { historyOf, Region } from '../region.ts';

describe('conflict.resolve', () => {
  const inConflict = () => {
    const region = new Region();
    region.amend([['topic', '01.01', '02.02']]);
    return region;
  };
  const resolve = (choice: string, value: FieldValue, expected: FieldValue = '03.01') => ({
    conflict: conflictId(IDS.appeal, 'topic', IDS.workstation),
    appeal: IDS.appeal,
    applicant: IDS.applicant,
    choice,
    value,
    expected,
  });

  it.each([
    ['server', '03.01'],
    ['mine', '02.02'],
    ['other', '07.07'],
  ])('stores the value of the choice "%s" and keeps all three in the history', (choice, value) => {
    const region = inConflict();
    const decided = region.do('conflict.resolve', resolve(choice, value));
    expect(region.field('topic')).toBe(value);
    expect(region.conflicts()).toEqual([
      expect.objectContaining({ state: 'resolved', choice, resolvedBy: IDS.koval }),
    ]);
    expect(historyOf(decided)?.data).toMatchObject({
      'was.topic': '03.01',
      'now.topic': value,
      'mine.topic': '02.02',
      author: IDS.koval,
    });
  });

  it('is done once: the second person is told who was first', () => {
    const region = inConflict();
    region.do('conflict.resolve', resolve('mine', '02.02'), { actor: IDS.lead });
    expect(region.do('conflict.resolve', resolve('server', '02.02', '02.02'))).toMatchObject({
      ok: false,
      code: 'conflict_resolved',
      data: { by: IDS.lead },
    });
  });

  it('belongs to the author of the change and to leads', () => {
    const other = inConflict().do('conflict.resolve', resolve('mine', '02.02'), { actor: IDS.bondar });
    expect(other).toMatchObject({ ok: false, code: 'not_permitted' });
    expect(inConflict().do('conflict.resolve', resolve('mine', '02.02'), { actor: IDS.lead }).ok).toBe(true);
  });
});
