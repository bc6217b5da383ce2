import { describe, expect, it } from 'vitest';
import { presentSpell, type Spell } from '../../../../src-renderer/duty/present.ts';

const at = (minute: number) => `2026-11-25T10:${String(minute).padStart(2, '0')}:00.000Z`;
const ready: Spell = { state: 'ready', reason: null, since: at(0) };
const talking = { startedAt: at(10), ended: null, paper: null };
const hungUp = { ...talking, ended: { at: at(15), source: 'operator' } } as const;

describe('what an operator is doing', () => {
  it('is what was chosen while no call is on the screen', () => {
    expect(presentSpell(ready, null)).toEqual(ready);
  });

  it('is the talk since its beginning, whatever was chosen', () => {
    const away: Spell = { state: 'break', reason: 'meal', since: at(12) };
    expect(presentSpell(away, talking)).toEqual({ state: 'inCall', reason: null, since: at(10) });
  });

  it('is the work after the call since the talk ended', () => {
    expect(presentSpell(ready, hungUp)).toEqual({ state: 'wrapUp', reason: null, since: at(15) });
  });

  it('is a state chosen in the work after the call, with the card still open', () => {
    const away: Spell = { state: 'break', reason: 'rest', since: at(16) };
    expect(presentSpell(away, hungUp)).toEqual(away);
  });

  it('is not a call while a paper blank is typed in', () => {
    const paper = { ...talking, paper: { number: 'ДН-2026-000001-1', takenAt: at(1) } };
    expect(presentSpell(ready, paper)).toEqual(ready);
  });
});
