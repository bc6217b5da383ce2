import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { listApart } from '../../../../../src-main/data/pair/list.ts';
import { joinCommands } from '../../../../../src-renderer/pair/joinCommands.ts';
import type { Appeal } from '../../../../../src-shared/appeal/model.ts';
import { legalDay, toInstant } from '../../../../../src-shared/clock.ts';
import type { RecordType } from '../../../../../src-shared/record/model.ts';
import { aTestDesk, REGION, type TestDesk } from '../../../../support/desk.ts';
import { putRecord } from '../../../../support/putRecord.ts';
import { removeFolders } from '../../../../support/workstation.ts';
import { aCall, anAppeal, aPerson, uuid } from '../../../../unit/src-shared/builders.ts';

let at: TestDesk;
beforeEach(async () => {
  at = await aTestDesk();
});
afterEach(() => at.close());
afterAll(removeFolders);

const put = (type: RecordType, doc: { readonly id: string }) => putRecord(at, type, doc);

const place = { district: '', settlement: 'Краматорськ', street: 'вул. Паркова', building: '12' };

/** An appeal that came from a workstation of its own, so many days ago. */
function arrived(n: number, daysAgo = 0, over: Partial<Appeal> = {}): Appeal {
  const nowMs = at.desk.time.serverMs();
  const call = aCall({ id: uuid(500 + n) as never, workstation: uuid(600 + n) as never });
  const applicant = {
    ...aPerson(),
    id: uuid(700 + n),
    region: REGION,
    createdAt: '2026-10-01T10:00:00.000Z',
  };
  const made = {
    ...anAppeal(),
    id: uuid(n),
    number: `ДН-${n}`,
    call: call.id,
    applicant: applicant.id,
    topic: '03.01',
    place,
    registeredAt: toInstant(nowMs - daysAgo * 86_400_000 - n),
    day: legalDay(nowMs - daysAgo * 86_400_000),
    ...over,
  } as Appeal;
  for (const [type, doc] of [
    ['call', call],
    ['applicant', applicant],
    ['appeal', made],
  ] as const)
    put(type, doc as never);
  return made;
}

const shown = () => listApart(at.desk).groups.map(({ lines }) => lines.map(({ number }) => number).sort());

test('two that came together after an outage are shown to the lead; joined into one problem they leave the list', () => {
  arrived(1);
  expect(shown()).toEqual([]);
  arrived(2, 0, { place: { ...place, street: 'Паркова 14', building: undefined } });
  expect(shown()).toEqual([['ДН-1', 'ДН-2']]);
  const [group] = listApart(at.desk).groups;
  if (group === undefined) throw new Error('nothing was found');
  expect(at.act(joinCommands(group, 'Немає води', uuid(800)) as never)).toBeNull();
  const appeals = at.desk.stores.records.problem.appealsOf(uuid(800)).map(({ number }) => number);
  expect(appeals.sort()).toEqual(['ДН-1', 'ДН-2']);
  expect(shown()).toEqual([]);
  // A third one that was registered apart is offered the problem that is there.
  arrived(3);
  expect(listApart(at.desk).groups).toMatchObject([
    { problem: { id: uuid(800), title: expect.stringMatching(/^Немає води: .*Паркова/) } },
  ]);
});

test('told apart by a lead they are not shown again, and the word is given once', () => {
  const [first, second] = [arrived(1), arrived(2)];
  const settle = [{ kind: 'pair.settle', payload: { pair: uuid(900), appeals: [first.id, second.id] } }];
  expect(at.act(settle as never)).toBeNull();
  expect(shown()).toEqual([]);
  expect(at.act(settle as never)).toBe('pair_exists');
});

test('one whose end is decided needs no company any more', () => {
  arrived(1, 0, { status: 'closed' });
  arrived(2);
  expect(shown()).toEqual([]);
});

test('what was reported weeks apart, or lives in the place of the applicant alone', () => {
  arrived(1, 20);
  arrived(2);
  expect(shown()).toEqual([]);
  // An appeal of an earlier release says no place: where the applicant lives counts.
  const nowhere = { district: '', settlement: '', street: '' };
  arrived(3, 0, { place: nowhere });
  arrived(4, 0, { place: nowhere });
  expect(shown()).toEqual([['ДН-3', 'ДН-4']]);
});
