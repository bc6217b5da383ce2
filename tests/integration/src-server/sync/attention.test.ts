import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { AttentionRecord } from '../../../../src-shared/attention/model.ts';
import type { Command } from '../../../../src-shared/command/envelope.ts';
import { Conflict, conflictId, type FieldValue } from '../../../../src-shared/conflict/model.ts';
import { aNote, aRegistration, leasedNumber } from '../../../support/cases.ts';
import { aPeer, type Peer } from '../../../support/peer.ts';
import { ENGINES, useBench } from '../../../support/stores.ts';

/** A correction of one field of what a registration brought. */
function anAmendment(
  peer: Peer,
  registration: Command,
  field: string,
  base: FieldValue,
  value: FieldValue,
): Command {
  const { appeal, card } = registration.payload as { appeal: string; card: { applicant: { id: string } } };
  const payload = { appeal, applicant: card.applicant.id, changes: [{ field, value }] };
  return peer.command('appeal.amend', payload, { base: [{ field, value: base }] });
}

async function recordsOf<T>(peer: Peer, type: string, read: (doc: unknown) => T): Promise<T[]> {
  const { rows } = await peer.pullAll();
  return rows.filter((row) => row.type === type).map((row) => read(row.doc));
}

const attentionOf = async (peer: Peer) =>
  new Map(
    (await recordsOf(peer, 'attention', (doc) => AttentionRecord.parse(doc))).map((one) => [
      one.id as string,
      one,
    ]),
  );

describe.each(ENGINES)('attention on %s', (engine) => {
  const { server } = useBench(engine);

  test('what is refused comes before a person whole, in the version of its receipt', async () => {
    const peer = await aPeer(server());
    const refused = aNote(peer, randomUUID(), 'сказане заявником');
    const answer = await peer.push([refused]);
    const { rows } = await peer.pullAll();
    const row = rows.find(({ id }) => id === refused.id);
    expect(row?.version).toBe(answer.results[0]?.version);
    expect(AttentionRecord.parse(row?.doc)).toMatchObject({
      kind: 'call.note',
      actor: peer.actor,
      workstation: peer.enrolled.workstation,
      outcome: 'refused',
      code: 'call_unknown',
      payload: refused.payload,
      state: 'open',
    });
    // Another workstation of the region gets it too.
    expect((await attentionOf(await aPeer(server(), 'shevchuk'))).get(refused.id)?.state).toBe('open');
  });

  test('what is applied asks for nobody', async () => {
    const peer = await aPeer(server());
    const registration = aRegistration(peer, leasedNumber(peer));
    await peer.push([registration, anAmendment(peer, registration, 'text', 'Немає води', 'Немає світла')]);
    const ids = [...(await attentionOf(peer)).keys()];
    expect(ids).not.toContain(registration.id);
  });

  test('a conflict comes before a person; resolving it is the end of that', async () => {
    const [first, second, lead] = [
      await aPeer(server()),
      await aPeer(server(), 'bondar'),
      await aPeer(server(), 'shevchuk'),
    ];
    const registration = aRegistration(first, leasedNumber(first));
    await first.push([registration, anAmendment(first, registration, 'topic', '1', '2')]);
    const clash = anAmendment(second, registration, 'topic', '1', '3');
    expect((await second.push([clash])).results[0]).toMatchObject({ outcome: 'conflicted', code: null });
    expect((await attentionOf(lead)).get(clash.id)).toMatchObject({
      state: 'open',
      outcome: 'conflicted',
      base: clash.base,
    });
    const conflicts = await recordsOf(lead, 'conflict', (doc) => Conflict.parse(doc));
    const conflict = conflicts.find(({ command }) => command === clash.id);
    const { appeal, applicant } = conflict ?? {};
    const choose = (by: Peer) =>
      by.command('conflict.resolve', {
        conflict: conflict?.id,
        appeal,
        applicant,
        choice: 'mine',
        value: '3',
        expected: '2',
      });
    expect((await lead.push([choose(lead)])).results[0]?.outcome).toBe('applied');
    expect((await attentionOf(second)).get(clash.id)).toMatchObject({
      state: 'settled',
      way: 'kept_mine',
      by: lead.actor,
    });
    // The author chose at the same time: told who was first, and that again is not lost.
    const late = choose(second);
    expect((await second.push([late])).results[0]).toMatchObject({
      outcome: 'refused',
      code: 'conflict_resolved',
    });
    expect((await attentionOf(second)).get(late.id)).toMatchObject({
      state: 'open',
      data: { by: lead.actor },
    });
  });

  test('a chain of edits leaves one conflict and one question', async () => {
    const [first, second] = [await aPeer(server()), await aPeer(server(), 'bondar')];
    const registration = aRegistration(first, leasedNumber(first));
    await first.push([registration, anAmendment(first, registration, 'topic', '1', '2')]);
    const chain = [
      anAmendment(second, registration, 'topic', '1', '3'),
      anAmendment(second, registration, 'topic', '3', '4'),
    ];
    await second.push(chain);
    const id = conflictId(String(registration.payload.appeal), 'topic', second.enrolled.workstation);
    const conflicts = await recordsOf(first, 'conflict', (doc) => Conflict.parse(doc));
    expect(conflicts.filter((one) => one.appeal === registration.payload.appeal)).toEqual([
      expect.objectContaining({ id, base: '1', server: '2', mine: '4', command: chain[1]?.id }),
    ]);
    const attention = await attentionOf(first);
    expect(chain.map((command) => attention.get(command.id)?.state)).toEqual(['settled', 'open']);
  });

  test('one command with two conflicts is settled with the last of them', async () => {
    const [first, second] = [await aPeer(server()), await aPeer(server(), 'bondar')];
    const registration = aRegistration(first, leasedNumber(first));
    const { appeal, card } = registration.payload as { appeal: string; card: { applicant: { id: string } } };
    const applicant = card.applicant.id;
    const both = (peer: Peer, topic: string, text: string) =>
      peer.command(
        'appeal.amend',
        {
          appeal,
          applicant,
          changes: [
            { field: 'topic', value: topic },
            { field: 'text', value: text },
          ],
        },
        {
          base: [
            { field: 'topic', value: '1' },
            { field: 'text', value: 'Немає води' },
          ],
        },
      );
    await first.push([registration, both(first, '2', 'Немає світла')]);
    const clash = both(second, '3', 'Немає газу');
    await second.push([clash]);
    const end = (field: string, value: string) =>
      second.command('conflict.resolve', {
        conflict: conflictId(appeal, field, second.enrolled.workstation),
        appeal,
        applicant,
        choice: 'server',
        value,
        expected: value,
      });
    await second.push([end('topic', '2')]);
    expect((await attentionOf(first)).get(clash.id)?.state).toBe('open');
    await second.push([end('text', 'Немає світла')]);
    expect((await attentionOf(first)).get(clash.id)).toMatchObject({ state: 'settled', way: 'kept_server' });
  });

  test('a second content under a known id does not cover the first one', async () => {
    const peer = await aPeer(server());
    const refused = aNote(peer, randomUUID(), 'перше');
    const other = aNote(peer, randomUUID(), 'друге');
    const reused = peer.command('call.note', other.payload, { id: refused.id, seq: other.seq });
    await peer.push([refused, reused]);
    const mine = [...(await attentionOf(peer)).values()].filter(
      ({ actor, kind }) => actor === peer.actor && kind === 'call.note',
    );
    expect(
      mine.map(({ payload }) => JSON.stringify(payload)).filter((text) => /перше|друге/.test(text)),
    ).toHaveLength(2);
  });
});
