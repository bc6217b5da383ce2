import { describe, expect, it } from 'vitest';
import { callerOf, maskedNumber } from '../../../../src-shared/telephony/caller.ts';

describe('the number of a caller', () => {
  it.each([
    '',
    ' ',
    'anonymous',
    'Anonymous',
    '<unknown>',
    'unknown',
    'Restricted',
    'sip:anonymous@anonymous.invalid',
    '<sip:anonymous@x>',
  ])('is hidden: %j', (from) => expect(callerOf(from)).toEqual({ phone: null, raw: '', isHidden: true }));

  it.each(['0501234567', '380501234567', '+380 50 123-45-67', 'sip:+380501234567@10.0.0.1', '80501234567'])(
    'is recognised in every form: %s',
    (from) => expect(callerOf(from).phone).toBe('+380501234567'),
  );

  it('of another country is recognised without its plus', () => {
    expect(callerOf('79001234567').phone).toBe('+79001234567');
  });

  it('that is no number of the network is kept as it came', () => {
    expect(callerOf('101')).toEqual({ phone: null, raw: '101', isHidden: false });
  });

  it('is masked for the log', () => {
    expect([maskedNumber('79001234567'), maskedNumber('101'), maskedNumber('')]).toEqual([
      '***67',
      '***',
      '***',
    ]);
  });
});
