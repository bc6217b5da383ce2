import type { Plan, Step } from '../simulator/plan.ts';
import type { Mutant } from './mutant.ts';

const plan = (steps: readonly Step[], over: Partial<Plan> = {}): Plan => ({
  seed: 1,
  stations: 2,
  pageRows: 500,
  steps,
  ...over,
});
const act = (at: number, name: Extract<Step, { do: 'act' }>['act']): Step => ({ do: 'act', at, act: name });
const run = (ms: number): Step => ({ do: 'run', ms });

/** Everybody works at once, so that pushes and pulls meet at the centre. */
const crowd = (seed: number): Plan =>
  plan(
    Array.from({ length: 8 }, (): Step[] => [
      act(0, 'note'),
      act(1, 'note'),
      act(2, 'note'),
      act(3, 'note'),
      run(45),
    ]).flat(),
    { seed, stations: 4 },
  );

/** The mutants of sync specification 2 and 6, each as small as it can be made. */
export const MUTANTS: readonly Mutant[] = [
  {
    name: 'no dedupe: a sequence is decided whenever it comes',
    edits: [
      {
        file: 'src-server/sync/push.ts',
        find: 'const expected = client.last_seq + next.length + 1;',
        replace: 'const expected = command.seq;',
      },
    ],
    plans: [
      plan([
        run(1000),
        { do: 'cut', at: 0, up: false, down: true },
        act(0, 'call'),
        run(1000),
        { do: 'mend', at: 0 },
        run(60_000),
      ]),
    ],
  },
  {
    name: 'no dedupe: a command known under another client is not recognised',
    edits: [
      {
        file: 'src-server/sync/push.ts',
        find: 'const receipt = before ? repeatedReceipt(before, command, batch.at) : undefined;',
        replace: 'const receipt: ReceiptRow | undefined = undefined;',
      },
    ],
    plans: [
      plan([
        { do: 'cut', at: 0, up: true, down: true },
        act(0, 'call'),
        { do: 'clone', from: 0, to: 1 },
        { do: 'mend', at: 0 },
        { do: 'nudge', at: 0 },
        act(0, 'note'),
        run(30_000),
        { do: 'cut', at: 1, up: true, down: true },
        { do: 'open', at: 1 },
        act(1, 'call'),
        { do: 'mend', at: 1 },
        run(60_000),
      ]),
    ],
  },
  {
    name: 'dedupe without hash',
    edits: [
      {
        file: 'src-server/sync/push.ts',
        find: 'else if (hash !== command.hash && !isStandInOf(receipt, command)) return',
        replace: 'else if (hash === undefined && !isStandInOf(receipt, command)) return',
      },
    ],
    // Two copies of one database give different commands the same sequence in the same moment.
    plans: [
      plan([
        { do: 'clone', from: 0, to: 1 },
        { do: 'open', at: 1 },
        run(1000),
        act(0, 'call'),
        act(1, 'start'),
        run(60_000),
      ]),
    ],
  },
  {
    name: 'acknowledged by the answer to a push',
    edits: [
      {
        file: 'src-main/data/sync/push.ts',
        find: '  link.pushedSeq = expected;',
        replace: `  link.pushedSeq = expected;
  for (const { command } of intent.outbox.after(0, 1000))
    if (command.seq <= expected) intent.outbox.remove(command, false);`,
      },
    ],
    plans: [plan([act(0, 'call'), ...Array.from({ length: 90 }, () => run(1))])],
  },
  {
    name: 'acknowledged page by page',
    edits: [
      {
        file: 'src-main/data/sync/pull.ts',
        find: '  if (!answer.more) return applyLast(desk, answer);',
        replace: `  const end = applyLast(desk, answer);
  if (!answer.more) return end;
  if (answer.more) return { kind: 'more' };`,
      },
    ],
  },
  {
    name: 'cursor stored before the rows',
    edits: [
      {
        file: 'src-main/data/sync/pull.ts',
        find: '    rebase(desk, apply, stage);',
        replace: `    records.transact(() => records.meta.applied(answer.cursor, client, upTo.seq));
    rebase(desk, apply, stage);`,
      },
    ],
    // Which of the commits is the one between the two depends on how many a start takes.
    plans: [2, 3, 4, 5, 6].map((commits) =>
      plan([
        act(0, 'call'),
        run(30),
        { do: 'kill', at: 1, commits, file: 'records', when: 'before', isPowerCut: false },
        run(60_000),
        { do: 'open', at: 1 },
        run(500),
      ]),
    ),
  },
  {
    name: 'counter taken last',
    engine: 'postgres',
    edits: [
      {
        file: 'src-server/sync/push.ts',
        find: '  const version = next.length === 0 ? null : await raiseVersion(tx, region);',
        replace: `  const early = next.length === 0 ? null : await readDocuments(tx, region, refsOf(next));
  Object.assign(work, { early });
  const version = next.length === 0 ? null : await raiseVersion(tx, region);`,
      },
      {
        file: 'src-server/sync/push.ts',
        find: '    documents: await readDocuments(tx, workstation.region, refsOf(next)),',
        replace: '    documents: (work as unknown as { early: Map<string, unknown> }).early,',
      },
    ],
    plans: [crowd(1), crowd(2)],
  },
  {
    name: 'head and rows read in two snapshots',
    edits: [
      {
        file: 'src-server/sync/pull.ts',
        find: '  return await inSnapshot(db, async (tx) => {',
        replace:
          '  return await ((_db: unknown, work: (tx: Tx) => Promise<PullAnswer>) => work(db as never))(db, async (tx) => {',
      },
      {
        file: 'src-server/sync/pull.ts',
        find: '    const page = await readPage(tx, region, from, head, request.limit);',
        replace: `    const early = await readPage(tx, region, from, head, request.limit);
    await new Promise((resolve) => setImmediate(resolve));
    const page = early.end.version < head.version ? early : { ...early, end: await readHead(tx, region) };`,
      },
    ],
    plans: [1, 2, 3, 4, 5].map(crowd),
  },
  {
    name: 'base not restored',
    edits: [
      { file: 'src-main/data/command/rebase.ts', find: '      records.base.restore();', replace: '' },
      { file: 'src-main/data/command/rebase.ts', find: '      records.base.restoreStaged();', replace: '' },
    ],
  },
  {
    name: 'a failed prediction throws',
    edits: [
      {
        file: 'src-main/data/command/rebase.ts',
        find: '    return { command, code: null, data: null };',
        replace: '    throw error;',
      },
    ],
    plans: [plan([{ do: 'newer', at: 0 }, run(1000)])],
  },
  {
    name: 'a refusal does not advance',
    edits: [
      {
        file: 'src-server/sync/push.ts',
        find: '  const last = next.at(-1);',
        replace:
          "  const last = fresh.some(({ outcome }) => outcome === 'refused') ? undefined : next.at(-1);",
      },
    ],
    // Two leads give the same appeals to different people while neither is connected.
    plans: [1, 2, 3].map((seed) =>
      plan(
        [
          { do: 'cut', at: 2, up: true, down: true },
          { do: 'cut', at: 3, up: true, down: true },
          ...Array.from({ length: 5 }, () => [act(2, 'assign'), act(3, 'assign')]).flat(),
          { do: 'mend', at: 2 },
          { do: 'mend', at: 3 },
          run(60_000),
        ],
        { seed, stations: 4 },
      ),
    ),
  },
  {
    name: 'a defect advances without quarantine',
    edits: [
      {
        file: 'src-server/sync/sheet.ts',
        find: '      for (const { row, touched } of aside) await insertQuarantined(tx, row, touched);',
        replace: '',
      },
    ],
    plans: [plan([{ do: 'newer', at: 0 }, run(1000)])],
  },
  {
    name: '`left` applied to a moved row',
    check: 'leftOfFormerRegion',
    edits: [
      {
        file: 'src-main/data/store/records/staged.ts',
        find: "         AND (s.region = record.region OR record.region = '')))",
        replace: '         ))',
      },
    ],
  },
  {
    name: 'mark ignored',
    check: 'rewindFoundOut',
    edits: [
      {
        file: 'src-server/sync/recovery/judgeClient.ts',
        find: 'if ((await readMark(db, region, version)) !== mark)',
        replace: 'if ((await readMark(db, region, version)) === undefined && mark !== undefined)',
      },
    ],
  },
  {
    name: 'numbers leased during a recovery',
    check: 'leasesShut',
    edits: [
      {
        file: 'src-server/sync/hello.ts',
        find: "const mayLease = verdict.name === 'ok' || verdict.name === 'resnapshot';",
        replace: 'const mayLease: boolean = verdict !== null;',
      },
      {
        file: 'src-server/sync/lease.ts',
        find: 'return life.recovery === undefined && life.epoch === epoch;',
        replace: 'return life.epoch === epoch;',
      },
    ],
  },
  {
    name: 'told again and decided in the order of arrival',
    check: 'oldOrder',
    edits: [
      {
        file: 'src-server/store/recoveryEntry.ts',
        find: "    .orderBy('old_version')\n    .orderBy('old_ordinal')\n    .orderBy('client')\n    .orderBy('seq')",
        replace: "    .orderBy('rowid' as 'seq')",
      },
    ],
  },
  {
    name: 'wall clock inside decide',
    edits: [
      {
        file: 'src-shared/command/decide.ts',
        find: 'const at = toInstant(epochMs);',
        replace: 'const at = toInstant(Date.now());',
      },
    ],
  },
  {
    name: 'rollback assumed after a failed commit, on the workstation',
    edits: [
      {
        file: 'src-main/data/store/open.ts',
        find: "    if (db.inTransaction) db.exec('ROLLBACK');\n    if (db.inTransaction) throw",
        replace: '    if (false as boolean) throw',
      },
    ],
    plans: [
      plan([{ do: 'busy', at: 0, file: 'intent', commits: 1 }, act(0, 'call'), run(1000), act(0, 'call')]),
    ],
  },
  {
    name: 'only the savepoint assumed to be rolled back on a full disk',
    edits: [
      {
        file: 'src-server/store/trouble.ts',
        find: 'BUSY|LOCKED|FULL|IOERR',
        replace: 'BUSY|LOCKED|IOERR',
      },
      {
        file: 'src-server/store/sqlite.ts',
        find: "    if (!this.#database.inTransaction) throw new TransactionLostError('before rollback to a savepoint');\n    await super.rollbackToSavepoint(...args);",
        replace: '    if (this.#database.inTransaction) await super.rollbackToSavepoint(...args);',
      },
      {
        file: 'src-server/store/sqlite.ts',
        find: "    if (!this.#database.inTransaction) throw new TransactionLostError('before commit');",
        replace: '    if (!this.#database.inTransaction) return;',
      },
    ],
    // A batch that waited goes out while the disk has so many pages left: where in it the disk is full depends on them.
    plans: Array.from({ length: 10 }, (_, pages) => pages).flatMap((pages) =>
      (['consult', 'call'] as const).map((name) =>
        plan(
          [
            run(1000),
            { do: 'cut', at: 1, up: true, down: true },
            act(1, 'call'),
            ...Array.from({ length: 4 }, () => act(1, name)),
            { do: 'fullCentre', pages },
            { do: 'mend', at: 1 },
            { do: 'nudge', at: 1 },
            run(20_000),
            { do: 'freeCentre' },
            run(60_000),
          ],
          { stations: 3, pageRows: 3 },
        ),
      ),
    ),
  },
  {
    name: 'late or doubled pull answer applied',
    edits: [
      {
        file: 'src-main/data/sync/pull.ts',
        find: "  if (!isSame(from, requestCursor(records.meta.get()))) return { kind: 'ignored' };",
        replace: '',
      },
    ],
    // The records are lost and begun anew while a pull that began from the old ones is on its way.
    plans: Array.from({ length: 10 }, (_, index) =>
      plan([
        run(1000),
        { do: 'weather', at: 0, name: 'late' },
        act(1, 'call'),
        act(0, 'call'),
        run(2000 + index * 3000),
        { do: 'damage', at: 0 },
        act(0, 'start'),
        act(0, 'start'),
        run(60_000),
      ]),
    ),
  },
  {
    name: 'own chain opens two conflicts',
    edits: [
      {
        file: 'src-shared/appeal/amend.ts',
        find: 'const isOwnChain = open !== undefined && open.mine === base;',
        replace:
          'const isOwnChain = open !== undefined && open.mine === base && base !== mine && mine === base;',
      },
    ],
    check: 'ownChain',
  },
];
