import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { canonicalJson } from '../../../../src-shared/command/canonical.ts';
import {
  COMMON_REFUSALS,
  type Decided,
  decideCommand,
  readsOf,
} from '../../../../src-shared/command/decide.ts';
import { commandSpec, commandSpecs } from '../../../../src-shared/command/registry.ts';
import { Role } from '../../../../src-shared/operator/model.ts';
import { recordSchemas } from '../../../../src-shared/record/model.ts';
import { aCommand, anOperator, IDS, STAFF, viewOf } from '../builders.ts';
import { APPLIED, type Case, REFUSED } from './cases.ts';
import frozen from './frozen-commands.json' with { type: 'json' };

const kinds = Object.keys(APPLIED) as (keyof typeof APPLIED)[];

function decided({ command, records }: Case): Decided {
  return decideCommand(viewOf(records, readsOf(command)), command);
}

describe('registry of commands', () => {
  it('names every kind once, and every kind is found by its name', () => {
    expect(new Set(commandSpecs.map((spec) => spec.kind)).size).toBe(commandSpecs.length);
    for (const spec of commandSpecs) expect(commandSpec(spec.kind)).toBe(spec);
    expect(commandSpecs.map((spec) => spec.kind).sort()).toEqual([...kinds].sort());
    expect(commandSpec('call.sing')).toBeUndefined();
  });

  it('declares codes that do not hide a common one', () => {
    for (const spec of commandSpecs) {
      expect(new Set(spec.refusals).size).toBe(spec.refusals.length);
      for (const code of COMMON_REFUSALS) expect(spec.refusals).not.toContain(code);
    }
  });
});

describe.each(kinds)('%s', (kind) => {
  const spec = commandSpec(kind);
  if (!spec) throw new Error(`not registered: ${kind}`);

  it('is applied: writes stored documents and one line of history', () => {
    const { command } = APPLIED[kind];
    const result = decided(APPLIED[kind]);
    if (!result.ok) throw new Error(`refused: ${result.code}`);
    for (const { type, id, doc } of result.writes) {
      expect(recordSchemas[type].parse(doc)).toEqual(doc);
      expect(doc).toMatchObject({ id, region: command.region });
    }
    const history = result.writes.filter((entry) => entry.type === 'history');
    expect(history.map((entry) => entry.id)).toEqual([command.id]);
    expect(history[0]?.doc).toMatchObject({ kind, actor: command.actor });
  });

  it('reaches every refusal it declares, and no other', () => {
    expect(Object.keys(REFUSED[kind]).sort()).toEqual([...spec.refusals].sort());
    for (const [code, cases] of Object.entries(REFUSED[kind])) {
      for (const refused of cases) expect(decided(refused)).toMatchObject({ ok: false, code });
    }
  });

  it('decides twice alike, byte for byte, and leaves the records as they were', () => {
    for (const one of [APPLIED[kind], ...Object.values(REFUSED[kind]).flat()]) {
      const before = JSON.stringify(one);
      expect(JSON.stringify(decided(one))).toBe(JSON.stringify(decided(structuredClone(one))));
      expect(JSON.stringify(one)).toBe(before);
    }
  });

  it.each(Role.options)('is open to the roles it names and shut to others: %s', (role) => {
    const { command, records } = APPLIED[kind];
    const result = decided({ command, records: [{ operator: anOperator(command.actor, role) }, ...records] });
    if (spec.mayRun.includes(role)) expect(result.ok).toBe(true);
    else expect(result).toMatchObject({ ok: false, code: 'not_permitted', data: { role, kind } });
  });

  it('is refused for somebody the region does not know', () => {
    const { command, records } = APPLIED[kind];
    const strangers = records.filter((record) => record.operator?.id !== command.actor);
    expect(decided({ command, records: strangers })).toMatchObject({ ok: false, code: 'actor_unknown' });
  });

  it('is not guessed at in a version this build does not know', () => {
    const { command, records } = APPLIED[kind];
    const newer = { ...command, v: spec.v + 1 };
    expect(() => decideCommand(viewOf(records, []), newer)).toThrow(`unknown command ${kind}@${spec.v + 1}`);
  });

  it('does not take a malformed payload', () => {
    const { records } = APPLIED[kind];
    for (const payload of [{}, { call: 'not an id' }, { ...APPLIED[kind].command.payload, extra: 1 }]) {
      expect(() => decideCommand(viewOf(records, []), aCommand(kind, payload))).toThrow(z.ZodError);
    }
  });

  it('has the payload its version was shipped with', () => {
    const key = `${kind}@${spec.v}`;
    const schema = canonicalJson(z.toJSONSchema(spec.payload, { io: 'input' }));
    const hash = createHash('sha256').update(schema).digest('hex');
    const shipped: Readonly<Record<string, string>> = frozen;
    expect(
      shipped[key],
      `The payload of ${key} changed. Raise v to ${spec.v + 1}, add the step '${key}' to upcast.ts and ` +
        `"${kind}@${spec.v + 1}": "…" to frozen-commands.json (${hash}). A shipped line is never edited.`,
    ).toBe(hash);
  });
});

describe('an unknown kind', () => {
  it('is thrown, so that the server keeps it aside', () => {
    const command = aCommand('call.sing', {});
    expect(() => readsOf(command)).toThrow('unknown command call.sing@1');
    expect(() => decideCommand(viewOf(STAFF, []), command)).toThrow('unknown command call.sing@1');
  });

  it('names the acting operator once among the reads', () => {
    const command = aCommand(
      'appeal.assign',
      { appeal: IDS.appeal, from: null, to: IDS.lead },
      { actor: IDS.lead },
    );
    expect(readsOf(command).filter((ref) => ref.type === 'operator')).toHaveLength(1);
  });
});
