import { randomUUID } from 'node:crypto';
import type { Command } from '../../src-shared/command/envelope.ts';
import { formatNumber } from '../../src-shared/number/number.ts';
import type { Peer } from './peer.ts';

/** A call that begins. */
export function aCallStart(peer: Peer, call: string = randomUUID()): Command {
  return peer.command('call.start', { call, phone: '+380501234567', phoneRaw: '050 123 45 67' });
}

/** A line of notes to a call. */
export function aNote(peer: Peer, call: string, text = 'нотатка'): Command {
  return peer.command('call.note', { call, lines: [{ atMs: 1000, text }] });
}

/** The number of a serial out of the peer's leased blocks. */
export function leasedNumber(peer: Peer, index = 0): string {
  const block = peer.blocks[0];
  if (!block) throw new Error('the peer holds no block');
  return formatNumber({ office: block.office, year: block.year, series: 0, serial: block.lo + index });
}

/** A registration of an appeal under a number. */
export function aRegistration(
  peer: Peer,
  number: string,
  call: string | null = null,
  appeal: string = randomUUID(),
): Command {
  const card = {
    kind: 'statement',
    topic: '1',
    applicant: {
      id: randomUUID(),
      type: 'person',
      surname: 'Петренко',
      givenName: 'Іван',
      patronymic: '',
      organisation: '',
      phone: null,
      address: { district: 'UA14120000000000000', settlement: 'Місто', street: 'вул. Перша, 1' },
    },
    place: { district: '', settlement: '', street: '' },
    text: 'Немає води',
    urgent: false,
  };
  return peer.command('appeal.register', { appeal, call, card }, { minted: { number } });
}
