import { describe, expect, it } from 'vitest';
import { cardInputs, cardValues, valueMeant } from '../../../../src-renderer/appeal/cardValues.ts';
import { AMEND_FIELDS } from '../../../../src-shared/appeal/fields.ts';
import { anAppeal, aPerson } from '../../src-shared/builders.ts';

describe('inputs of a card', () => {
  const values = cardValues({ appeal: anAppeal(), applicant: aPerson() });
  const inputs = cardInputs(values);

  it.each(AMEND_FIELDS)('mean what is stored while nobody touches %s', (field) => {
    expect(valueMeant(field, inputs[field], values[field])).toBe(values[field]);
  });

  it('take spaces around a name away, and keep a text as it was written', () => {
    expect(valueMeant('applicant.surname', '  Іваненко ', '')).toBe('Іваненко');
    expect(valueMeant('text', ' Немає води.\n', '')).toBe(' Немає води.\n');
  });

  it('recognise a telephone number, nothing, and what is none', () => {
    expect(valueMeant('applicant.phone', '8 (067) 111-22-33', null)).toBe('+380671112233');
    expect(valueMeant('applicant.phone', '', '+380671112233')).toBeNull();
    expect(valueMeant('applicant.phone', 'пізніше', null)).toBeUndefined();
  });

  it('keep a number that was stored in a form nobody would write', () => {
    expect(valueMeant('applicant.phone', '+12', '+12')).toBe('+12');
  });
});
