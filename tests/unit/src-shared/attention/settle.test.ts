import { describe, expect, it } from 'vitest';
import { readsOf } from '../../../../src-shared/command/decide.ts';
import type { RecordDocs } from '../../../../src-shared/record/model.ts';
import { aCommand, anAttention, IDS, uuid } from '../builders.ts';
import { historyOf, Region } from '../region.ts';

describe('attention.settle', () => {
  const payload = { command: uuid(20), hand: true };
  const inAttention = (over: Partial<RecordDocs['attention']> = {}) => {
    const region = new Region();
    region.put('attention', anAttention(over));
    return region;
  };

  it('hands it to the leads, and the lead ends it', () => {
    const region = inAttention();
    region.do('attention.settle', payload);
    expect(region.get('attention', uuid(20))).toMatchObject({ state: 'handed', way: null, by: IDS.koval });
    const settled = region.do(
      'attention.settle',
      { command: uuid(20), way: 'discarded' },
      { actor: IDS.lead },
    );
    expect(region.get('attention', uuid(20))).toMatchObject({
      state: 'settled',
      way: 'discarded',
      by: IDS.lead,
    });
    expect(historyOf(settled)).toMatchObject({
      subject: { type: 'appeal', id: IDS.appeal },
      data: { kind: 'appeal.forward', author: IDS.koval, way: 'discarded' },
    });
  });

  it('belongs to the author and to leads', () => {
    expect(inAttention().do('attention.settle', payload, { actor: IDS.bondar })).toMatchObject({
      ok: false,
      code: 'not_permitted',
    });
  });

  it('takes no way that only the server goes', () => {
    expect(() => readsOf(aCommand('attention.settle', { command: uuid(20), way: 'decided' }))).toThrow();
  });
});
