import { createHash } from 'node:crypto';

/** What a workstation's operator does by itself, a pure function of the seed and the place in the sequence of acts. */
export interface Act {
  readonly action: string;
  readonly commands: readonly { readonly kind: string; readonly payload: Record<string, unknown> }[];
}

/** An id that is the same whenever it is asked for. */
export function idOf(...parts: readonly (string | number)[]): string {
  const hex = createHash('sha256').update(parts.join('/')).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Numbers between 0 and 1, the same for the same seed (mulberry32). */
export function chanceOf(seed: string): () => number {
  let state = createHash('sha256').update(seed).digest().readUInt32LE(0);
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * The act at a place. Killed before it was answered, a workstation does it again with the same action, as its window would.
 * @param visible an appeal that the workstation shows and its assignee, for an act upon another's record; null when it shows none
 */
export function actAt(seed: string, index: number, visible: Shown | null, to: string | null): Act {
  const chance = chanceOf(`${seed}/${index}`)();
  const action = idOf(seed, index, 'action');
  if (visible !== null && to !== null && chance < 0.25) {
    const { appeal, assignee } = visible;
    return { action, commands: [{ kind: 'appeal.assign', payload: { appeal, from: assignee, to } }] };
  }
  const call = idOf(seed, index, 'call');
  const start = { kind: 'call.start', payload: { call, phone: null, phoneRaw: '' } };
  const note = { kind: 'call.note', payload: { call, lines: [{ atMs: 1000, text: `рядок ${index}` }] } };
  if (chance < 0.4) return { action, commands: [start, note] };
  if (chance < 0.5) return { action, commands: [start] };
  const register = {
    kind: 'appeal.register',
    payload: { appeal: idOf(seed, index, 'appeal'), call, card: cardAt(seed, index) },
  };
  const finish = {
    kind: 'call.finish',
    payload: { call, phone: '+380501234567', phoneRaw: '050 123 45 67', code: null },
  };
  return { action, commands: [start, note, register, finish] };
}

/** An appeal on the screen. */
export interface Shown {
  readonly appeal: string;
  readonly assignee: string;
}

function cardAt(seed: string, index: number): Record<string, unknown> {
  return {
    kind: 'complaint',
    topic: '1.1',
    applicant: {
      id: idOf(seed, index, 'applicant'),
      type: 'person',
      surname: 'Тестенко',
      givenName: 'Проба',
      patronymic: '',
      organisation: '',
      phone: '+380501234567',
      address: { district: 'UA14000000000000000', settlement: 'Зразкове', street: 'вул. Прикладна, 1' },
    },
    place: { district: '', settlement: '', street: '' },
    text: `Немає води, день ${index}.`,
    urgent: false,
  };
}
