import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { pino } from 'pino';
import { v7 } from 'uuid';
import { openBlobFolder } from '../../src-main/data/blob/folder.ts';
import { decideWith } from '../../src-main/data/command/lookup.ts';
import { submit } from '../../src-main/data/command/submit.ts';
import type { Desk } from '../../src-main/data/desk.ts';
import type { Enrolment } from '../../src-main/data/store/intent/enrolment.ts';
import type { Session } from '../../src-main/data/store/intent/session.ts';
import { openStores } from '../../src-main/data/store/stores.ts';
import { createTimekeeper } from '../../src-main/data/time.ts';
import { nodeTimers } from '../../src-main/data/timers.ts';
import type { ClientId, GrantId, OperatorId, RegionId, WorkstationId } from '../../src-shared/brand.ts';
import type { Command } from '../../src-shared/command/envelope.ts';
import type { CommandResult } from '../../src-shared/command/outcome.ts';
import type { SubmitInput } from '../../src-shared/command/queries.ts';
import type { RecordType } from '../../src-shared/record/model.ts';
import type { Cursor } from '../../src-shared/sync/cursor.ts';
import type { PullAnswer, PullRow } from '../../src-shared/sync/pull.ts';
import { aClock, aFolder, CLIENT_MIGRATIONS } from './workstation.ts';

export const REGION = 'dn' as RegionId;
const LEAD = {
  id: randomUUID() as OperatorId,
  region: REGION,
  name: 'Проба Оператор',
  role: 'lead',
  active: true,
} as const;

/** The real stores with an operator at them, and no network: for tests of what happens inside. */
export interface TestDesk {
  readonly desk: Desk;
  readonly session: Session;
  readonly enrolment: Enrolment;
  readonly dir: string;
  readonly key: Buffer;
  /** Does one act; returns the refusal's code, or null when it was done. */
  act(commands: SubmitInput['commands']): string | null;
  close(): void;
}

/**
 * Opens the stores in a fresh folder, enrolled and signed in as a lead, with one block of numbers; or again in the folder of an earlier
 * desk, as it was left.
 */
export async function aTestDesk(at: Partial<Pick<TestDesk, 'dir' | 'key'>> = {}): Promise<TestDesk> {
  const dir = at.dir ?? (await aFolder());
  const key = at.key ?? randomBytes(32);
  const stores = openStores({
    dir,
    migrationsDir: CLIENT_MIGRATIONS,
    key,
    newClient: () => randomUUID() as ClientId,
    wallMs: () => Date.now(),
  });
  const time = createTimekeeper(aClock(), stores.intent, randomUUID());
  const desk: Desk = {
    stores,
    time,
    blobs: openBlobFolder(join(dir, 'blobs'), key),
    log: pino({ level: 'silent' }),
    newId: () => v7(),
    timers: nodeTimers,
    random: () => Math.random(),
    noteStaleRecords: (error) => {
      throw error;
    },
  };
  const former = { enrolment: stores.intent.enrolment.get(), session: stores.intent.session.get() };
  const enrolment: Enrolment = former.enrolment ?? {
    server: 'http://127.0.0.1:9',
    workstation: randomUUID() as WorkstationId,
    name: 'Стіл',
    secret: 'x'.repeat(32),
    region: REGION,
    regionName: { uk: '', ru: '', en: '' },
    office: 'ДН',
    series: 3,
  };
  const grant = randomUUID() as GrantId;
  const session: Session = former.session ?? {
    login: 'lead',
    operator: LEAD,
    grant,
    offline: false,
    since: time.now(),
  };
  const known = { login: 'lead', operator: LEAD, grant, offlineUntil: time.now(), verifier: '' };
  if (former.enrolment === null) {
    stores.intent.transact(() => {
      stores.intent.enrolment.put(enrolment, time.now());
      stores.intent.session.putKnown(known, time.now());
      stores.intent.session.put(session, time.wallMs());
      const year = new Date(time.wallMs()).getUTCFullYear();
      stores.intent.number.addBlock({ id: randomUUID(), office: 'ДН', year, lo: 1, hi: 100 });
    });
  }
  return {
    desk,
    session,
    enrolment,
    dir,
    key,
    act(commands) {
      const done = submit(desk, session, enrolment, { action: randomUUID(), commands, consumes: [] });
      return done.ok ? null : done.error.code;
    },
    close: () => stores.close(),
  };
}

/** A centre in memory: decides by the same rules, one version a command, and answers pulls. The oracle of the tests. */
export class ModelCentre {
  readonly #epoch = randomUUID();
  readonly #rows = new Map<string, PullRow>();
  readonly #results: CommandResult[] = [];
  #version = 0;

  constructor() {
    this.put('operator', LEAD.id, LEAD);
  }

  /** Stores a document as some other workstation's doing. */
  put(type: RecordType, id: string, doc: object): void {
    this.#version += 1;
    this.#store(type, id, doc as PullRow['doc'], 0);
  }

  get(type: string, id: string): PullRow['doc'] {
    return this.#rows.get(`${type}/${id}`)?.doc ?? null;
  }

  ids(type: string): string[] {
    return [...this.#rows.values()].filter((row) => row.type === type).map(({ id }) => id);
  }

  /** Decides commands of the one client in sequence; what was decided before keeps its outcome. */
  push(commands: readonly Command[]): void {
    for (const command of commands) {
      if (command.seq <= this.#results.length) continue;
      this.#version += 1;
      const decided = decideWith((type, id) => this.get(type, id) ?? undefined, command);
      if (decided.ok) {
        decided.writes.forEach((write, ordinal) => {
          this.#store(write.type, write.id, write.doc, ordinal);
        });
      }
      const refusal = decided.ok ? { code: null, data: null } : { code: decided.code, data: decided.data };
      const outcome = decided.ok ? 'applied' : 'refused';
      const { seq, id } = command;
      this.#results.push({ seq, id, outcome, ...refusal, version: this.#version, ordinal: 0 });
    }
  }

  /** One page: at most `limit` versions after the cursor. */
  pull(client: string, cursor: Cursor | null, limit = Number.MAX_SAFE_INTEGER): PullAnswer {
    const from = cursor?.regions[REGION]?.[0] ?? 0;
    const upTo = Math.min(this.#version, from + limit);
    const rows = [...this.#rows.values()].filter(({ version }) => version > from && version <= upTo);
    const results = structuredClone(this.#results);
    return {
      client: client as ClientId,
      request: randomUUID(),
      epoch: this.#epoch,
      resnapshot: false,
      rows: structuredClone(rows),
      cursor: { epoch: this.#epoch, regions: { [REGION]: [upTo, String(upTo)] } },
      more: upTo < this.#version,
      ack: { lastSeq: results.length, results },
    };
  }

  #store(type: string, id: string, doc: PullRow['doc'], ordinal: number): void {
    const place = { type, id, region: REGION, version: this.#version, ordinal };
    const plain = JSON.parse(JSON.stringify(doc)) as PullRow['doc'];
    this.#rows.set(`${type}/${id}`, { ...place, deleted: false, left: null, doc: plain });
  }
}
