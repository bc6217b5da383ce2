import { createHash, randomUUID } from 'node:crypto';
import { v7 } from 'uuid';
import { legalDay, yearOf } from '../../src-shared/clock.ts';
import { hashedPart } from '../../src-shared/command/canonical.ts';
import { Command } from '../../src-shared/command/envelope.ts';
import type { CommandResult } from '../../src-shared/command/outcome.ts';
import { commandSpec } from '../../src-shared/command/registry.ts';
import { EnrolAnswer } from '../../src-shared/session/enrol.ts';
import { SignInAnswer } from '../../src-shared/session/signIn.ts';
import { HelloAnswer } from '../../src-shared/sync/hello.ts';
import { PushAnswer } from '../../src-shared/sync/push.ts';
import { MAX_BATCH_BYTES, MAX_BATCH_COMMANDS, PROTOCOL } from '../../src-shared/sync/version.ts';
import type { ActCommand } from './month/acts.ts';
import { numberStock } from './numbers.ts';
import { post } from './post.ts';

/** An operator at a workstation who hands in what was done earlier, by the protocol every workstation speaks. */
export interface Seat {
  /** Exchanges greetings: the server leases numbers where they run low. */
  hello(): Promise<void>;
  /** The next command in sequence, given at that moment (milliseconds since 1970). */
  command(act: ActCommand, at: number): Command;
  /** Pushes commands in batches. @returns one result per command */
  push(commands: readonly Command[]): Promise<CommandResult[]>;
}

/** How a seat is taken. */
export interface SeatOptions {
  /** Address of the server. */
  readonly url: string;
  /** Pairing code, used up by it. */
  readonly code: string;
  /** Name of the workstation as the administrator sees it. */
  readonly name: string;
  readonly login: string;
  readonly password: string;
}

/** Enrols a workstation, signs an operator in and says hello. @throws PostRefused */
export async function takeSeat({ url, code, name, login, password }: SeatOptions): Promise<Seat> {
  const enrolled = await post(url, '/enrol', { request: randomUUID(), code, name }, EnrolAnswer);
  const bearer = `${enrolled.workstation}.${enrolled.secret}`;
  const signIn = { request: randomUUID(), login, password };
  const { operator, grant } = await post(url, '/session', signIn, SignInAnswer, bearer);
  const client = randomUUID();
  const bootId = randomUUID();
  const numbers = numberStock(enrolled.office, enrolled.series);
  let nextSeq = 1;
  let epoch = '';
  let began: number | null = null;
  const head = () => ({ client, request: randomUUID() });

  const seat: Seat = {
    async hello() {
      const request = {
        ...head(),
        app: 'demo',
        protocol: PROTOCOL,
        epoch: epoch === '' ? null : epoch,
        cursor: null,
        ackedSeq: nextSeq - 1,
        nextSeq,
        clock: { wall: Date.now(), mono: Math.round(performance.now()) },
        numbers: numbers.told(),
      };
      const answer = await post(url, '/sync/hello', request, HelloAnswer, bearer);
      if (answer.verdict.name !== 'ok') throw new Error(`The server answers ${answer.verdict.name}.`);
      epoch = answer.epoch;
      numbers.add(answer.leases);
    },
    command(act, at) {
      began ??= at;
      const spec = commandSpec(act.kind);
      const command = {
        id: v7({ msecs: at }),
        client,
        workstation: enrolled.workstation,
        seq: nextSeq,
        region: enrolled.region,
        kind: act.kind,
        v: spec?.v ?? 1,
        actor: operator.id,
        grant,
        payload: act.payload,
        base: null,
        minted: { number: spec?.needsNumber ? numbers.take(yearOf(legalDay(at))) : null },
        at: { wall: at, offsetMs: 0, uncertaintyMs: 0, mono: Math.max(0, at - began), bootId },
      };
      nextSeq += 1;
      const hash = createHash('sha256')
        .update(hashedPart(command as Command))
        .digest('hex');
      return Command.parse({ ...command, hash });
    },
    async push(commands) {
      const results: CommandResult[] = [];
      for (const batch of batches(commands)) {
        const answer = await post(
          url,
          '/sync/push',
          { ...head(), epoch, commands: batch },
          PushAnswer,
          bearer,
        );
        if (answer.stop !== null) throw new Error(`The server stopped a batch: ${answer.stop.name}.`);
        results.push(...answer.results);
      }
      return results;
    },
  };
  await seat.hello();
  return seat;
}

/** Parts of at most as many commands and bytes as one push may carry. */
function batches(commands: readonly Command[]): Command[][] {
  const parts: Command[][] = [];
  let bytes = 0;
  for (const command of commands) {
    const size = Buffer.byteLength(JSON.stringify(command)) + 1;
    const part = parts.at(-1);
    const fits =
      part !== undefined && part.length < MAX_BATCH_COMMANDS && bytes + size < MAX_BATCH_BYTES * 0.9;
    if (fits) part.push(command);
    else parts.push([command]);
    bytes = fits ? bytes + size : size;
  }
  return parts;
}
