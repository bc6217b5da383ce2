import type { z } from 'zod';
import type { CommandId } from '../../../src-shared/brand.ts';
import type { CommandTime } from '../../../src-shared/clock.ts';
import type { Command } from '../../../src-shared/command/envelope.ts';
import type { SubmitInput, SubmitOutput } from '../../../src-shared/command/queries.ts';
import { commandSpec } from '../../../src-shared/command/registry.ts';
import type { CommandSpec } from '../../../src-shared/command/spec.ts';
import { oldestVersion } from '../../../src-shared/command/upcast.ts';
import type { Problem } from '../../../src-shared/ipc/envelope.ts';
import type { RecordRef, RecordWrite } from '../../../src-shared/record/model.ts';
import { err, ok, type Result } from '../../../src-shared/result.ts';
import { MAX_BATCH_BYTES } from '../../../src-shared/sync/version.ts';
import type { Desk } from '../desk.ts';
import { isFromPaper, usePaper } from '../paper/paper.ts';
import type { Enrolment } from '../store/intent/enrolment.ts';
import type { Session } from '../store/intent/session.ts';
import { withHash } from './hash.ts';
import { decideWith, lookupOf, overlayOn } from './lookup.ts';
import { reuseNumber, takeNumber } from './number.ts';

type Input = z.output<typeof SubmitInput>;
type Output = z.output<typeof SubmitOutput>;

/** What an act brought: the answer for the window and the records it changed here. */
export interface Submitted {
  readonly output: Output;
  readonly changed: readonly RecordRef[];
}

/** A batch of one command must fit with its envelope around it. */
const MAX_COMMAND_BYTES = MAX_BATCH_BYTES - 4096;

/** Ends the transaction of an act that a rule refuses; never leaves this file. */
class Refused extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.code);
    this.name = 'Refused';
    this.problem = problem;
  }
}

/**
 * Does one act of an operator: all of its commands or none, in one durable transaction of `intent.db`. Only then the
 * predicted records are written; if that fails or the machine stops in between, a rebase brings them (specification 1.14).
 * A repeat of the same `action` gets the first result.
 * @param alongside what else of `intent.db` the act changes, in the same transaction
 */
export function submit(
  desk: Desk,
  session: Session,
  enrolment: Enrolment,
  input: Input,
  alongside: () => void = () => undefined,
): Result<Submitted, Problem> {
  const { intent } = desk.stores;
  const done = intent.action.get(input.action);
  if (done !== null) return ok({ output: done, changed: [] });
  const specs = input.commands.map((given) => ({ given, spec: commandSpec(given.kind) }));
  try {
    const act = intent.transact(() => {
      const overlay = overlayOn(lookupOf(desk));
      const issued = specs.map(({ given, spec }) => {
        const command = mint(desk, session, enrolment, spec, given);
        const decided = decideWith(overlay.lookup, command);
        if (!decided.ok) throw new Refused({ code: decided.code, data: decided.data });
        overlay.add(decided.writes);
        intent.outbox.add(command, input.action, touchedBy(decided.writes), desk.time.now());
        return { command, writes: decided.writes };
      });
      const output = { commands: issued.map(({ command }) => summaryOf(command)) };
      const at = desk.time.now();
      for (const { call, field } of input.consumes)
        intent.draft.consume(session.operator.id, call, field, at);
      alongside();
      intent.action.put(input.action, output, at);
      intent.session.touch(desk.time.wallMs());
      return { issued, output };
    });
    predict(desk, act.issued);
    const changed = act.issued.flatMap(({ writes }) => writes.map(({ type, id }) => ({ type, id })));
    return ok({ output: act.output, changed });
  } catch (error) {
    if (error instanceof Refused) return err(error.problem);
    throw error;
  }
}

function mint(
  desk: Desk,
  session: Session,
  enrolment: Enrolment,
  spec: CommandSpec | undefined,
  given: Input['commands'][number],
): Command {
  const payload = spec?.payload.safeParse(given.payload);
  if (spec === undefined || payload === undefined || !payload.success) {
    throw new Refused({ code: 'invalidInput', data: { kind: given.kind } });
  }
  const { intent } = desk.stores;
  const id = desk.newId() as CommandId;
  const at = desk.time.stamp();
  const { v, payload: body } = oldestVersion(spec.kind, spec.v, payload.data as Command['payload']);
  const command = withHash({
    id,
    client: intent.identity.get().client,
    workstation: enrolment.workstation,
    seq: intent.identity.takeSeq(),
    region: enrolment.region,
    kind: spec.kind,
    v,
    actor: session.operator.id,
    grant: session.grant,
    payload: body,
    base: given.base ?? null,
    minted: { number: spec.needsNumber ? numberFor(desk, enrolment, given, at, id) : null },
    at,
  });
  // Refused here, where something can be done about it, instead of by every box on the way to the centre.
  if (Buffer.byteLength(JSON.stringify(command)) > MAX_COMMAND_BYTES) {
    throw new Refused({ code: 'oversize', data: { kind: spec.kind } });
  }
  return command;
}

/** The number of a command: the one told already, of a refused registration or a paper blank; else the next one. */
function numberFor(
  desk: Desk,
  enrolment: Enrolment,
  given: Input['commands'][number],
  at: CommandTime,
  command: CommandId,
): string {
  if (given.number !== undefined && reuseNumber(desk, given.number, command)) return given.number;
  if ((given.number !== undefined) !== isFromPaper(given.payload)) {
    throw new Refused({ code: 'invalidInput', data: { kind: given.kind } });
  }
  if (given.number === undefined) return takeNumber(desk, enrolment, at, command);
  const used = usePaper(desk, given.number, at, command);
  if (!used.ok) throw new Refused(used.error);
  return used.value;
}

/** Only accompany the records whose way to the centre is shown: history, the number ledger, the line's identities. */
const ACCOMPANYING: readonly string[] = ['history', 'number', 'lineCall'];

/** Records whose way to the centre is shown. */
function touchedBy(writes: readonly RecordWrite[]): RecordRef[] {
  return writes.filter(({ type }) => !ACCOMPANYING.includes(type)).map(({ type, id }) => ({ type, id }));
}

function summaryOf(command: Command): Output['commands'][number] {
  return { id: command.id, kind: command.kind, number: command.minted.number };
}

/** Shows the act's effect at once. The act itself is safe already, so trouble here must not look like a failed act. */
function predict(desk: Desk, issued: readonly { command: Command; writes: readonly RecordWrite[] }[]): void {
  const { records } = desk.stores;
  try {
    records.transact(() => {
      for (const { command, writes } of issued) {
        for (const write of writes) {
          records.base.copy(write.type, write.id);
          records.record.predict(write, command.region);
        }
      }
    });
  } catch (error) {
    const commands = issued.map(({ command }) => command.id);
    desk.log.error(
      { err: error, commands },
      'act kept, its records could not be shown; the next rebase brings them',
    );
    desk.noteStaleRecords(error);
  }
}
