import { describe, expect, it } from 'vitest';
import { callLinkIn, callLinkOf } from '../../../../src-main/app/callLink.ts';

describe('a link that proposes a call', () => {
  it.each([
    ['holos://call?from=0501234567', '0501234567'],
    ['holos://call/?from=%2B380501234567', '+380501234567'],
    ['holos://call?from=050%20123-45-67&name=x', '050 123-45-67'],
  ])('%s', (link, from) => expect(callLinkOf(link)).toBe(from));

  it.each([
    '',
    'holos://call',
    'holos://call?from=',
    'holos://call?from=<script>',
    'holos://call?from=0501234567;rm',
    'holos://call?from=anonymous',
    'holos://call/register?from=0501234567',
    'holos://appeal?from=0501234567',
    'https://call?from=0501234567',
    `holos://call?from=${'1'.repeat(41)}`,
    `holos://call?from=0501234567&x=${'y'.repeat(400)}`,
  ])('is not %s', (link) => expect(callLinkOf(link)).toBeNull());

  it('is found among the words of a start', () => {
    expect(callLinkIn(['holos', '--flag', 'holos://call?from=0501234567'])).toBe('0501234567');
    expect(callLinkIn(['holos', '.'])).toBeNull();
  });
});
