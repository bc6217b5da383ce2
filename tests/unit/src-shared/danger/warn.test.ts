import { describe, expect, it } from 'vitest';
import { decideCommand, readsOf } from '../../../../src-shared/command/decide.ts';
import { aCall, aCommand, IDS, STAFF, viewOf } from '../builders.ts';

const gas = { call: IDS.call, kind: 'gas', service: '104', words: ['пахне', 'газом'] };

function decide(payload: Record<string, unknown>, call = aCall(), actor: string = IDS.koval) {
  const command = aCommand('call.warn', payload, { actor });
  const decided = decideCommand(viewOf([...STAFF, { call }], readsOf(command)), command);
  if (!decided.ok) throw new Error(decided.code);
  return decided;
}

describe('the caller is told whom to ring', () => {
  it('keeps who told it, the moment and the words that told of it', () => {
    expect(decide(gas).writes[0]?.doc).toMatchObject({
      dangers: [
        {
          kind: 'gas',
          service: '104',
          words: ['пахне', 'газом'],
          toldAt: '2026-11-25T10:00:00.000Z',
          by: IDS.koval,
        },
      ],
    });
  });

  it('said twice, the first time stands; another danger is kept beside it', () => {
    const call = decide(gas).writes[0]?.doc as ReturnType<typeof aCall>;
    const again = decide({ ...gas, words: ['газ'] }, call, IDS.bondar).writes;
    expect(again.map(({ type }) => type)).toEqual(['history']);
    const both = decide({ ...gas, kind: 'fire', service: '101' }, call).writes[0]?.doc;
    expect(both).toMatchObject({ dangers: [{ kind: 'gas' }, { kind: 'fire' }] });
  });
});
