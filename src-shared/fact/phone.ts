import { recognisePhone } from '../applicant/phone.ts';
import type { PhoneFact } from './model.ts';

/** Figures with what people write between those of one number. */
const RUN = /\+?\d(?:[\d\s().-]*\d)?/g;
/** A number that cannot be anything else: with the code of a country, or with its leading nought. */
const SURE = /^(\+|00[1-9]|0[1-9]|380|80)/;
const FEWEST = 10;
const MOST = 15;

/** Telephone numbers in a text. Figures around one, such as a house or a flat, do not spoil it. */
export function phonesIn(text: string): PhoneFact[] {
  return [...text.matchAll(RUN)].flatMap((run) => inRun(text, run[0], run.index));
}

function inRun(text: string, run: string, at: number): PhoneFact[] {
  const groups = [...run.matchAll(/\+?\d+/g)].map(({ 0: digits, index }) => ({
    from: index,
    to: index + digits.length,
  }));
  for (const [first, { from }] of groups.entries()) {
    for (const { to } of groups.slice(first).reverse()) {
      const written = run.slice(from, to);
      const digits = written.replace(/[^\d+]/g, '');
      if (digits.length < FEWEST || digits.length > MOST || !SURE.test(digits)) continue;
      const phone = recognisePhone(written);
      if (phone === null) continue;
      // A bracket before the code belongs to it.
      const start = text[at + from - 1] === '(' ? from - 1 : from;
      const found: PhoneFact = { kind: 'phone', from: at + start, to: at + to, phone: phone.e164 };
      return [found, ...inRun(text, run.slice(to), at + to)];
    }
  }
  return [];
}
