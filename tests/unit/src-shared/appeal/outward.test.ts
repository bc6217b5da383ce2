import { describe, expect, test } from 'vitest';
import { appealFor, historyFor, outward } from '../../../../src-shared/appeal/outward.ts';
import type { Applicant } from '../../../../src-shared/applicant/model.ts';
import type { HistoryEntry } from '../../../../src-shared/history/model.ts';
import { Role } from '../../../../src-shared/operator/model.ts';
import { anAppeal, aPerson } from '../builders.ts';

const REMARK = 'телефонує щотижня, просить не сперечатися';
const applicant = { ...aPerson(), region: 'dn', createdAt: '2026-10-01T10:00:00.000Z' } as Applicant;
const appeal = anAppeal({ remark: REMARK });
const changed = {
  kind: 'appeal.amend',
  data: { number: '1', fields: 'remark', 'was.remark': 'давнє', 'now.remark': REMARK, 'mine.remark': 'інше' },
} as unknown as HistoryEntry;

describe('the remark for colleagues', () => {
  test.each(Role.options)('%s', (role) => {
    const isRead = ['operator', 'lead', 'control'].includes(role);
    const seen = JSON.stringify([appealFor(role, appeal), historyFor(role, [changed])]);
    for (const word of [REMARK, 'давнє', 'інше']) expect(seen.includes(word)).toBe(isRead);
    expect(seen).toContain('"fields":"remark"');
  });

  test.each(['anybody', 'executor'] as const)('never leaves the centre, for %s', (audience) => {
    expect(JSON.stringify(outward(appeal, applicant, audience))).not.toContain(REMARK);
  });
});

describe('who asked not to be named', () => {
  const hidden = anAppeal({ confidential: true, place: applicant.address });
  test('is not named, and where they live is not said', () => {
    const out = outward(hidden, applicant, 'anybody');
    expect(out).toMatchObject({ applicant: null, isWithheld: true });
    expect(out.appeal.place).toMatchObject({ settlement: applicant.address.settlement, street: '' });
  });
  test('the place of the problem stays when it is not their home', () => {
    const place = { ...applicant.address, street: 'вул. Далека, 77' };
    expect(outward({ ...hidden, place }, applicant, 'anybody').appeal.place).toEqual(place);
  });
  test('who resolves the case is told', () => {
    expect(outward(hidden, applicant, 'executor')).toMatchObject({
      applicant: { id: applicant.id },
      isWithheld: false,
    });
  });
  test('anybody else’s appeal goes out with its applicant', () => {
    expect(outward(appeal, applicant, 'anybody')).toMatchObject({
      applicant: { id: applicant.id },
      isWithheld: false,
    });
  });
});
