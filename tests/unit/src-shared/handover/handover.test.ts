import { describe, expect, it } from 'vitest';
import { OperatorId } from '../../../../src-shared/brand.ts';
import { decideCommand, readsOf } from '../../../../src-shared/command/decide.ts';
import { aCommand, aHandover, IDS, STAFF, viewOf } from '../builders.ts';

const id = aHandover().id;
const toBondar = aHandover({ to: OperatorId.parse(IDS.bondar) });

function acceptedBy(actor: string, handover = aHandover()) {
  const accept = aCommand('draft.accept', { handover: id }, { actor });
  return decideCommand(viewOf([...STAFF, { handover }], readsOf(accept)), accept);
}

describe('a handed card', () => {
  it('leaves its text with whoever accepts it, not in the record that everybody holds', () => {
    const decided = acceptedBy(IDS.bondar);
    if (!decided.ok) throw new Error(decided.code);
    expect(decided.writes[0]?.doc).toMatchObject({ fields: [], takenBy: IDS.bondar, from: IDS.koval });
  });

  it('is a line in the history of its call, both when it is handed and when it is accepted', () => {
    const decided = acceptedBy(IDS.bondar);
    if (!decided.ok) throw new Error(decided.code);
    expect(decided.writes.at(-1)?.doc).toMatchObject({ subject: { type: 'call', id: IDS.call } });
  });

  it.each([
    ['the colleague it was handed to', IDS.bondar],
    ['its author, who takes it back', IDS.koval],
    ['a lead', IDS.lead],
  ])('for one colleague is accepted by %s', (_who, actor) => {
    expect(acceptedBy(actor, toBondar).ok).toBe(true);
  });
});
